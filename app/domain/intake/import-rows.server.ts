import { and, eq, sql } from "drizzle-orm";
import { caseImports } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { sendCase } from "../feedback/index.server.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { findOfficial } from "../people/index.server.ts";
import { mayIn, type Official } from "../people/official.ts";
import { queueJob } from "../queue-job.server.ts";
import { findImport, type Import, knownNumbers } from "./find-import.server.ts";
import type { ReadRow } from "./read-row.ts";
import { readRows, unitsByName } from "./row-context.server.ts";
import { type KeptRow, type KeptRows, sealKept } from "./sealed-rows.server.ts";

/** Rows a job takes before it hands the rest to the next one: few seconds' work, so that a dead worker is soon missed. */
const rowsAtOnce = 25;

type Row = ReadRow & { line: number; cells: string[] };

/**
 * Makes cases of the next rows of an ordered list, each in a transaction of its own by the same act as one entered by
 * hand. Killed anywhere and begun again it goes on where it stopped: source and number make one case only, whoever
 * imports at the same time. Clocks run from when the centre got it, which is when the authority did (docs/decisions/0016).
 * The importer's right is asked for again. Wrong rows are kept sealed to be given back, and with them those that fail, also
 * when tried again: they would keep the ones behind them from ever becoming cases.
 * @returns `more`: the rest is queued. `idle`: there is nothing to do, or nobody left who may. `errors`: of rows that failed
 */
export async function importRows(
  db: Db,
  keys: Keys,
  files: FileStore,
  importId: string,
  now: Date,
): Promise<{ fate: "more" | "done" | "idle"; made: number; errors: unknown[] }> {
  const [row] = await db
    .select({ officialId: caseImports.importedById })
    .from(caseImports)
    .where(and(eq(caseImports.id, importId), eq(caseImports.state, "running")));
  const by = row ? await findOfficial(db, row.officialId, civilDay(now)) : undefined;
  const seen = by && mayIn(by, "cases.enter") ? await findImport(db, keys, by, importId, now) : undefined;
  if (!by || !seen?.kept) return { fate: "idle", made: 0, errors: [] };

  const { found, kept } = seen;
  const { mapping, defaultKind } = found;
  const rows = readRows(kept.rows, { mapping, defaultKind, units: await unitsByName(db, now), now });
  const refused = new Map(kept.rows.flatMap(({ line, refusal }) => (refusal ? [[line, refusal]] : [])));
  const known = await knownOf(db, found, rows);
  const left = rows.filter(({ line, number, draft }) => draft && !known.has(number) && !refused.has(line));

  let made = 0;
  const errors: unknown[] = [];
  for (const next of left.slice(0, rowsAtOnce)) {
    const take = () => takeRow(db, keys, files, by, found, next, now);
    const taken = await take()
      .catch(take)
      .catch((error: unknown) => {
        errors.push(error);
        return refuse("import.row_failed");
      });
    if (!taken.ok) refused.set(next.line, { code: taken.code, ...(taken.details ? { details: taken.details } : {}) });
    else if (taken.value === "made") made += 1;
  }

  const withRefusals = kept.rows.map((one) => ({ ...one, ...(refused.has(one.line) ? { refusal: refused.get(one.line) } : {}) })) as KeptRow[];
  if (left.length > rowsAtOnce) {
    await handOn(db, keys, importId, { headings: kept.headings, rows: withRefusals });
    return { fate: "more", made, errors };
  }
  const there = await knownOf(db, found, rows);
  const wrong = rows.flatMap(({ line, cells, number, draft, problems }): KeptRow[] => {
    if (there.has(number)) return [];
    const refusal = refused.get(line);
    return refusal ? [{ line, cells, refusal }] : draft ? [] : [{ line, cells, problems }];
  });
  await finish(db, keys, by, found, { headings: kept.headings, rows: wrong }, now);
  return { fate: "done", made, errors };
}

const knownOf = (db: Db, { source }: Import, rows: readonly Row[]) =>
  knownNumbers(
    db,
    source,
    rows.map(({ number }) => number),
  );

/** One row: a case, or nothing where the source's number is one already. */
async function takeRow(db: Db, keys: Keys, files: FileStore, by: Official, of: Import, { draft, number, receivedAt }: Row, now: Date) {
  return inOneAct(db, async (tx) => {
    // Of two who bring the same row at once, the second waits here and then finds it there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${of.source}\n${number}`}, 0))`);
    if (!draft || (await knownNumbers(tx, of.source, [number])).has(number)) return done("known" as const);
    const sent = await sendCase(
      tx,
      keys,
      files,
      {
        draft,
        channel: "import_1022",
        language: "vi",
        idempotencyKey: `${of.id} ${number}`,
        client: null,
        enteredBy: by,
        receivedAt,
        originalNumber: number,
        source: of.source,
      },
      now,
    );
    if (!sent.ok) return sent;
    await tx
      .update(caseImports)
      .set({ made: sql`${caseImports.made} + 1` })
      .where(eq(caseImports.id, of.id));
    return done("made" as const);
  });
}

/** The rest is the next job's, and what the act refused is remembered: together, or the next one would begin with it again. */
async function handOn(db: Db, keys: Keys, importId: string, kept: KeptRows): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(caseImports)
      .set(sealKept(keys, importId, kept))
      .where(and(eq(caseImports.id, importId), eq(caseImports.state, "running")));
    await queueJob(tx, { name: "import-rows", data: { importId } });
  });
}

async function finish(db: Db, keys: Keys, by: Official, of: Import, wrong: KeptRows, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const left = wrong.rows.length > 0 ? sealKept(keys, of.id, wrong) : { sealedRows: null, keyId: null };
    const [ended] = await tx
      .update(caseImports)
      .set({
        state: "done",
        wrong: wrong.rows.length,
        known: sql`${caseImports.rows} - ${caseImports.made} - ${wrong.rows.length}::integer`,
        finishedAt: now,
        ...left,
      })
      .where(and(eq(caseImports.id, of.id), eq(caseImports.state, "running")))
      .returning();
    // Another job of the same import has finished it.
    if (!ended) return;
    const { made, known, rows, fileSha256 } = ended;
    const data = { source: of.source, rows, made, known, wrong: ended.wrong, file: fileSha256 };
    await recordEvent(tx, by, { act: "import.done", subject: "portal", subjectId: of.id, data }, now);
  });
}
