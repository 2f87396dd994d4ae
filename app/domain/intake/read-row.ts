import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { CaseDraft } from "../feedback/schemas.ts";
import { type CaseField, caseFields, type CaseKind, caseKinds, originalNumberMaxLength, receivedOldestDays } from "../feedback/vocabulary.ts";
import { fold, slugify } from "../text.ts";
import type { Mapping } from "./guess-columns.ts";
import { readMoment } from "./moment.ts";
import { subjectFrom } from "./subject-from.ts";
import type { ImportTarget, RowProblem } from "./vocabulary.ts";

/** `key`: of a field's error, or one of `rowProblems`. */
export type Problem = { target: ImportTarget | null; key: string };

/** A row as a case would be made of it; without a draft it makes none. `left`: what was not understood and is left out. */
export type ReadRow = { number: string; receivedAt: Date; draft: CaseDraft | null; problems: Problem[]; left: ImportTarget[] };

export type RowContext = {
  mapping: Mapping;
  /** Of a row that says no kind. */
  defaultKind: CaseKind;
  /** Slugs of the units in force, by every name they go by, slugified. */
  units: ReadonlyMap<string, string>;
  now: Date;
};

/** Reads one row. Pure: whether the number is there already, and the act's own rules, are asked for apart. */
export function readRow(cells: readonly string[], { mapping, defaultKind, units, now }: RowContext): ReadRow {
  const said = (target: ImportTarget) => {
    const column = mapping.indexOf(target);
    // Files given back carry a mark that keeps spreadsheets from running a cell.
    return column < 0 ? "" : (cells[column] ?? "").replace(/^'(?=[\s=+\-@])/, "").trim();
  };
  const problems: Problem[] = [];
  const wrong = (target: ImportTarget | null, key: string) => void problems.push({ target, key });
  const rule = (target: ImportTarget, key: RowProblem) => wrong(target, key);

  const number = said("number").replace(/\s+/g, " ");
  if (!number) wrong("number", "required");
  if (number.length > originalNumberMaxLength) wrong("number", "too_long");

  const receivedAt = said("receivedAt") ? readMoment(said("receivedAt")) : now;
  if (!receivedAt) rule("receivedAt", "not_a_moment");
  else if (receivedAt > now) rule("receivedAt", "received_in_future");
  else if (civilDay(receivedAt) < plusDays(civilDay(now), -receivedOldestDays.imported)) rule("receivedAt", "received_too_long_ago");

  const kind = said("kind") ? kindNamed(said("kind")) : defaultKind;
  if (!kind) rule("kind", "unknown_kind");
  const field = fieldNamed(said("field"));
  const unit = units.get(slugify(said("unit"), 200));
  const draft = CaseDraft.safeParse({
    kind: kind ?? defaultKind,
    field,
    subject: said("subject") || subjectFrom(said("body")),
    body: said("body"),
    place: said("place"),
    unit,
    contact: { name: said("name"), phone: phoneOf(said("phone")), email: said("email"), address: said("address") },
    consent: true,
  });
  // A body that is missing or too short says it once: the subject is taken from it.
  const subjectFollows = !said("subject") && draft.error?.issues.some((issue) => issue.path[0] === "body");
  for (const issue of draft.error?.issues ?? []) {
    const target = targetOf(issue.path);
    if (!(target === "subject" && subjectFollows) && !problems.some((one) => one.target === target)) wrong(target, issue.message);
  }

  const left = [...(said("field") && !field ? (["field"] as const) : []), ...(said("unit") && !unit ? (["unit"] as const) : [])];
  return { number, receivedAt: receivedAt ?? now, draft: problems.length === 0 ? (draft.data ?? null) : null, problems, left };
}

const targets: Readonly<Record<string, ImportTarget>> = {
  kind: "kind",
  subject: "subject",
  body: "body",
  place: "place",
  name: "name",
  phone: "phone",
  email: "email",
  address: "address",
};
const targetOf = (path: readonly PropertyKey[]): ImportTarget | null => targets[String(path.at(-1))] ?? null;

function kindNamed(text: string): CaseKind | undefined {
  const named = fold(text);
  if (/hien truong/.test(named)) return "phan_anh_hien_truong";
  if (/gop y/.test(named)) return "gop_y";
  if (/kien nghi|phan anh/.test(named)) return "phan_anh_kien_nghi";
  if (/hoi dap|cau hoi|tu van|^hoi\b/.test(named)) return "hoi_dap";
  return caseKinds.find((kind) => kind === named);
}

function fieldNamed(text: string): CaseField | undefined {
  const named = slugify(text);
  return caseFields.find((field) => named === field || (field !== "khac" && named.includes(field)));
}

/** Spreadsheets drop the 0 a number begins with. */
const phoneOf = (text: string) => (/^[35789]\d{8}$/.test(text) ? `0${text}` : text);
