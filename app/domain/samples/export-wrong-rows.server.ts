import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "../surveys/index.server.ts";
import { openFrame } from "./find-frame.server.ts";
import { readTransactions } from "./read-transactions.server.ts";

/**
 * Rows of a round's list that nobody can be drawn by, as they came, names and addresses with them, to be mended where they
 * came from. Who took them, and how many, goes into the trace. Refuses `survey.not_found`, `survey.not_yours` and `sample.no_list`.
 */
export async function exportWrongRows(db: Db, keys: Keys, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const seen = await openFrame(tx, keys, round.id, now);
    if (!seen) return refuse("sample.no_list");

    const { wrong } = await readTransactions(tx, round, { ...seen.frame, rows: seen.kept.rows }, now);
    const data = { rows: wrong.length, file: seen.frame.fileSha256 };
    await recordEvent(tx, by, { act: "sample.wrong_rows_exported", subject: "round", subjectId: round.id, data }, now);
    return done({ headings: seen.kept.headings, rows: wrong.map(({ cells, problems }) => ({ cells, problems })) });
  });
}
