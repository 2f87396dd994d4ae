import { and, eq } from "drizzle-orm";
import { paperBatches, paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { compareRows } from "./compare-rows.ts";
import { findBatch } from "./find-batch.server.ts";
import { readAllRows } from "./read-rows.server.ts";
import type { Keying } from "./vocabulary.ts";

export type CellChoice = { place: number; code: string; keying: Keying };

/** Decides, with the sheet at hand, which of two typings of a cell is right. May be decided again until the commit. */
export async function chooseCells(db: Db, keys: Keys, by: Official, id: string, choices: readonly CellChoice[], now = new Date()) {
  return inOneAct(db, async (tx) => {
    await tx.select({ id: paperBatches.id }).from(paperBatches).where(eq(paperBatches.id, id)).for("update");
    const found = await findBatch(tx, by, id);
    if (!found) return refuse("paper.not_found");
    if (found.batch.state !== "keying") return refuse("paper.not_keying");

    const rows = await readAllRows(tx, keys, id);
    const { differences } = compareRows(found.round.layout.questionnaire, rows);
    let decided = 0;
    for (const place of new Set(choices.map((choice) => choice.place))) {
      const first = rows.find((row) => row.place === place && row.keying === 1);
      const made = choices.filter((choice) => choice.place === place && differences.some((one) => one.place === place && one.code === choice.code));
      if (!first || made.length === 0) continue;
      decided += made.length;
      const chosen = { ...first.chosen, ...Object.fromEntries(made.map(({ code, keying }) => [code, keying])) };
      await tx
        .update(paperRows)
        .set({ chosen })
        .where(and(eq(paperRows.batchId, id), eq(paperRows.keying, 1), eq(paperRows.place, place)));
    }
    const data = { batch: id, count: decided };
    if (decided > 0) await recordEvent(tx, by, { act: "paper.cells_chosen", subject: "round", subjectId: found.round.id, data }, now);
    return done({
      left: differences.filter(({ place, code, chosen }) => chosen === null && !choices.some((one) => one.place === place && one.code === code))
        .length,
    });
  });
}
