import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { listProceduresInForce } from "../procedures/index.server.ts";
import type { Round } from "../surveys/index.server.ts";
import { slugify } from "../text.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import type { KeptLine } from "./kept-list.server.ts";
import { type ReadTransaction, readTransaction, type Transaction, type TransactionContext } from "./read-transaction.ts";
import type { ListTarget, StrataKind } from "./vocabulary.ts";

/** `repeated`: its dossier stood in an earlier row, so the row counts no second time. */
export type ReadLine = ReadTransaction & { line: number; cells: string[]; repeated: boolean };
export type ReadList = { lines: ReadLine[]; transactions: Transaction[]; wrong: ReadLine[]; repeated: number };

/** All rows of a list as its columns are understood now. The first right row of a dossier counts. */
export async function readTransactions(
  db: Db,
  round: Round,
  { mapping, strataKind, rows }: { mapping: readonly (ListTarget | null)[]; strataKind: StrataKind; rows: readonly KeptLine[] },
  now: Date,
): Promise<ReadList> {
  const context: TransactionContext = { mapping, strataKind, ...(await namesOf(db, round, now)) };
  const seen = new Set<string>();
  const lines = rows.map(({ line, cells }): ReadLine => {
    const read = readTransaction(cells, context);
    const repeated = read.transaction !== null && seen.has(read.transaction.key);
    if (read.transaction) seen.add(read.transaction.key);
    return { ...read, line, cells, repeated };
  });
  return {
    lines,
    transactions: lines.flatMap(({ transaction, repeated }) => (transaction && !repeated ? [transaction] : [])),
    wrong: lines.filter(({ transaction }) => transaction === null),
    repeated: lines.filter(({ repeated }) => repeated).length,
  };
}

/** Units of the round and procedures in force, by slug, code and every name they go by. */
async function namesOf(db: Db, round: Round, now: Date): Promise<Pick<TransactionContext, "units" | "procedures">> {
  const [inForce, procedures] = [await listUnitsInForce(db, civilDay(now), { internal: true }), await listProceduresInForce(db, civilDay(now))];
  const named = (names: readonly (string | null)[], place: { id: string; slug: string }) =>
    names.flatMap((name) => (name ? [[slugify(name, 200), place] as const] : []));
  const rated = round.units.flatMap(({ id, slug, name }) => {
    const today = inForce.filter((unit) => unit.id === id).flatMap(({ nameVi, nameEn, shortName }) => [nameVi, nameEn, shortName]);
    return named([slug, name.vi, name.en, ...today], { id, slug });
  });
  return {
    units: new Map(rated),
    procedures: new Map(procedures.flatMap(({ id, slug, code, nameVi, nameEn }) => named([nameVi, nameEn, code, slug], { id, slug }))),
  };
}
