import type { Language } from "../content/vocabulary.ts";
import { fold, slugify } from "../text.ts";
import type { ListTarget, SampleChannel, StrataKind, transactionProblems } from "./vocabulary.ts";

/** Whom one may write to; sealed as soon as somebody is drawn. */
export type Contact = { name: string; email: string; phone: string; address: string; dossier: string };

/** `key`: of a field's error, or one of `transactionProblems`. */
export type TransactionProblem = { target: ListTarget | null; key: "required" | "too_long" | "not_an_email" | (typeof transactionProblems)[number] };

type Place = { id: string; slug: string };
/** A transaction of the list. `key`: the dossier as it is compared. */
export type Transaction = { key: string; unit: Place; procedure: Place | null; channel: SampleChannel; language: Language; contact: Contact };
export type ReadTransaction = { dossier: string; transaction: Transaction | null; problems: TransactionProblem[] };

export type TransactionContext = {
  mapping: readonly (ListTarget | null)[];
  strataKind: StrataKind;
  /** The round's units and the procedures in force, by every name they go by, slugified. */
  units: ReadonlyMap<string, Place>;
  procedures: ReadonlyMap<string, Place>;
};

const cellMaxLength = 300;

/** Reads one row. Pure; whether its dossier stood in the list before is asked for apart. */
export function readTransaction(cells: readonly string[], { mapping, strataKind, units, procedures }: TransactionContext): ReadTransaction {
  const problems: TransactionProblem[] = [];
  const said = (target: ListTarget) => {
    const column = mapping.indexOf(target);
    // Files given back carry a mark that keeps spreadsheets from running a cell.
    const text = column < 0 ? "" : (cells[column] ?? "").replace(/^'(?=[\s=+\-@])/, "").trim();
    if (text.length > cellMaxLength) problems.push({ target, key: "too_long" });
    return text;
  };
  const dossier = said("dossier").replace(/\s+/g, " ");
  if (!dossier) problems.push({ target: "dossier", key: "required" });

  const unitName = said("unit");
  const unit = units.get(slugify(unitName, 200));
  if (!unit) problems.push({ target: "unit", key: unitName ? "unknown_unit" : "required" });
  const procedureName = said("procedure");
  const procedure = procedures.get(slugify(procedureName, 200));
  if (procedureName && !procedure && strataKind === "unit_procedure") problems.push({ target: "procedure", key: "unknown_procedure" });

  const contact = { name: said("name"), email: said("email"), phone: phoneOf(said("phone")), address: said("address"), dossier };
  const email = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(contact.email) ? contact.email : "";
  const letter = contact.name !== "" && contact.address !== "";
  if (!email && !letter) problems.push(contact.email ? { target: "email", key: "not_an_email" } : { target: null, key: "no_way" });

  const language = /^en|anh/.test(fold(said("language"))) ? "en" : "vi";
  if (problems.length > 0 || !unit) return { dossier, transaction: null, problems };
  const key = dossier.normalize("NFC").toUpperCase().replace(/\s/g, "");
  const channel = email ? "email" : "letter";
  return { dossier, transaction: { key, unit, procedure: procedure ?? null, channel, language, contact: { ...contact, email } }, problems };
}

/** Spreadsheets drop the 0 a number begins with. */
const phoneOf = (text: string) => (/^[35789]\d{8}$/.test(text) ? `0${text}` : text);
