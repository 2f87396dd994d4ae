import { and, eq, inArray, isNull } from "drizzle-orm";
import { paperBatches, paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { cut } from "../storable.ts";
import { findBatch } from "./find-batch.server.ts";
import type { Cells } from "./row-sheet.ts";
import { sealCode } from "./sealed-code.server.ts";
import { cellMaxLength, invitationCell, type Keying, typedCodeMaxLength } from "./vocabulary.ts";

export type TypedRow = { place: number; cells: Cells; spoiled: boolean };

/**
 * Keeps what was typed, as it was typed: what is wrong with it is shown and holds up the commit, not the typing. A row
 * without anything in it is taken away. The first typing is its opener's; the second somebody else's, who is named when
 * it begins and does not see the first. A code of an invitation is kept sealed, and only where the round draws people.
 */
export async function saveRows(db: Db, keys: Keys, by: Official, id: string, keying: Keying, rows: readonly TypedRow[], now = new Date()) {
  return inOneAct(db, async (tx) => {
    await tx.select({ id: paperBatches.id }).from(paperBatches).where(eq(paperBatches.id, id)).for("update");
    const found = await findBatch(tx, by, id);
    if (!found) return refuse("paper.not_found");
    const { batch, round } = found;
    if (batch.state !== "keying") return refuse("paper.not_keying");
    if (keying === 1 && batch.operatorId !== by.id) return refuse("paper.not_yours");
    if (keying === 2 && batch.operatorId === by.id) return refuse("paper.same_person");
    if (keying === 2 && batch.secondOperatorId !== null && batch.secondOperatorId !== by.id) return refuse("paper.not_yours");
    if (rows.some(({ place }) => !Number.isInteger(place) || place < 0 || place >= batch.sheets)) return refuse("paper.no_such_row");

    const codes = round.layout.questionnaire.questions.map(({ code }) => code);
    const draws = round.modes.includes("sample");
    const typed = rows.map(({ place, cells, spoiled }) => ({
      place,
      spoiled,
      cells: onlyKnown(codes, cells),
      code: draws ? onlyKnown([invitationCell], cells)[invitationCell]?.slice(0, typedCodeMaxLength) : undefined,
    }));
    const blank = typed
      .filter(({ cells, spoiled, code }) => !spoiled && code === undefined && Object.keys(cells).length === 0)
      .map(({ place }) => place);
    const filled = typed.filter(({ place }) => !blank.includes(place));
    const ofBatch = (places: number[], which: Keying) =>
      and(eq(paperRows.batchId, id), eq(paperRows.keying, which), inArray(paperRows.place, places));

    const emptied = blank.length === 0 ? [] : await tx.delete(paperRows).where(ofBatch(blank, keying)).returning({ place: paperRows.place });
    for (const { place, cells, spoiled, code } of filled) {
      const written = { cells, spoiled, ...sealCode(keys, { batchId: id, keying, place }, code), updatedAt: now };
      await tx
        .insert(paperRows)
        .values({ batchId: id, keying, place, ...written })
        .onConflictDoUpdate({ target: [paperRows.batchId, paperRows.keying, paperRows.place], set: { ...written, chosen: {} } });
    }
    // What was chosen between two typings was chosen between the earlier ones.
    if (keying === 2 && typed.length > 0) {
      const places = typed.map(({ place }) => place);
      await tx.update(paperRows).set({ chosen: {} }).where(ofBatch(places, 1));
    }

    if (keying === 2 && batch.secondOperatorId === null && filled.length > 0) {
      await tx
        .update(paperBatches)
        .set({ secondOperatorId: by.id })
        .where(and(eq(paperBatches.id, id), isNull(paperBatches.secondOperatorId)));
      await recordEvent(tx, by, { act: "paper.second_keying_begun", subject: "round", subjectId: round.id, data: { batch: id } }, now);
    }
    if (filled.length > 0 || emptied.length > 0) {
      const data = { batch: id, keying, rows: filled.length, emptied: emptied.length };
      await recordEvent(tx, by, { act: "paper.rows_typed", subject: "round", subjectId: round.id, data }, now);
    }
    return done({ saved: filled.length });
  });
}

function onlyKnown(codes: readonly string[], cells: Cells): Record<string, string> {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const text = cut(Object.hasOwn(cells, code) ? (cells[code] ?? "") : "", cellMaxLength);
      return text === "" ? [] : [[code, text] as const];
    }),
  );
}
