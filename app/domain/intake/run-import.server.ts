import { and, eq, inArray, sql } from "drizzle-orm";
import { caseImports } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { sendCase } from "../feedback/index.server.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findImport, type Import, knownNumbers } from "./find-import.server.ts";
import { mappingProblems } from "./guess-columns.ts";
import type { ReadRow } from "./read-row.ts";
import { readRows, unitsByName } from "./row-context.server.ts";
import { type KeptRow, sealKept } from "./sealed-rows.server.ts";
import { importKeptHours } from "./vocabulary.ts";

/**
 * Makes a case of every right row, each in a transaction of its own by the same act as one entered by hand, so that a
 * long list holds nobody up and what broke off goes on where it stopped: source and number make one case only, whoever
 * imports at the same time. Clocks run from when the centre got it, which is when the authority did (docs/decisions).
 * Wrong rows are kept sealed to be given back. Refuses: `case.not_yours`, `import.not_found`.
 */
export async function runImport(db: Db, keys: Keys, files: FileStore, by: Official, id: string, now = new Date()) {
  if (!mayIn(by, "cases.enter")) return refuse("case.not_yours");
  const seen = await findImport(db, keys, by, id, now);
  if (!seen?.kept || seen.found.state === "done") return refuse("import.not_found", { hours: importKeptHours });
  const { found, kept } = seen;
  const { missing, twice } = mappingProblems(found.mapping);
  if (missing.length > 0 || twice.length > 0) return refuse("import.not_found", { hours: importKeptHours });
  const [claimed] = await db
    .update(caseImports)
    .set({ state: "running" })
    .where(and(eq(caseImports.id, id), inArray(caseImports.state, ["draft", "running"])))
    .returning({ id: caseImports.id });
  if (!claimed) return refuse("import.not_found", { hours: importKeptHours });

  const wrong: KeptRow[] = [];
  const rows = readRows(kept.rows, { mapping: found.mapping, defaultKind: found.defaultKind, units: await unitsByName(db, now), now });
  for (const { line, cells, ...row } of rows) {
    const taken = await takeRow(db, keys, files, by, found, row, now);
    if (!taken.ok) wrong.push({ line, cells, refusal: { code: taken.code, ...(taken.details ? { details: taken.details } : {}) } });
    else if (taken.value === "wrong") wrong.push({ line, cells, problems: row.problems });
  }
  return finish(db, keys, by, found, { headings: kept.headings, rows: wrong }, now);
}

/** One row: a case, or nothing where the source's number is one already. */
async function takeRow(db: Db, keys: Keys, files: FileStore, by: Official, of: Import, row: ReadRow, now: Date) {
  const { draft, number } = row;
  return inOneAct(db, async (tx) => {
    // Of two who bring the same row at once, the second waits here and then finds it there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${of.source}\n${number}`}, 0))`);
    if ((await knownNumbers(tx, of.source, [number])).has(number)) return done("known" as const);
    if (!draft) return done("wrong" as const);
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
        receivedAt: row.receivedAt,
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

async function finish(db: Db, keys: Keys, by: Official, of: Import, wrong: { headings: string[]; rows: KeptRow[] }, now: Date) {
  return inOneAct(db, async (tx) => {
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
    // Somebody pressed twice: the other one has finished it.
    if (!ended) return refuse("import.not_found", { hours: importKeptHours });
    const { made, known, rows, fileSha256 } = ended;
    const data = { source: of.source, rows, made, known, wrong: ended.wrong, file: fileSha256 };
    await recordEvent(tx, by, { act: "import.done", subject: "portal", subjectId: of.id, data }, now);
    return done({ made, known, wrong: ended.wrong, rows });
  });
}
