import { createHash, randomInt, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { paperBatches, paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { readPaperSheet, type Round, storeSheets, type SubmissionOutcome } from "../surveys/index.server.ts";
import { checkCodes } from "./check-codes.server.ts";
import { chosenRows, compareRows } from "./compare-rows.ts";
import { findBatch } from "./find-batch.server.ts";
import { readAllRows } from "./read-rows.server.ts";
import { type Cells, toSheet } from "./row-sheet.ts";
import { invitationCell, type WrongCell } from "./vocabulary.ts";

/**
 * Puts a batch into its round, for good: all its sheets in one transaction and by the same path as any other sheet, or
 * none. Asked twice, it is done once: the batch's state is guarded. The sheets go in shuffled, under keys that nobody
 * keeps, and what was typed is deleted; counts and a hash that knows no order stay. So no sheet leads back to its row.
 * A sheet with the code of an invitation uses it up as an answer at the portal does: it is of mode `sample`, of the code's unit
 * and procedure, and nothing says which code let it in.
 */
export async function commitBatch(db: Db, by: Official, keys: Keys, id: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    await tx.select({ id: paperBatches.id }).from(paperBatches).where(eq(paperBatches.id, id)).for("update");
    const found = await findBatch(tx, by, id);
    if (!found) return refuse("paper.not_found");
    const { batch, round } = found;
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("paper.not_yours_to_commit");
    if (batch.state !== "keying") return refuse("paper.not_keying");

    const kept = await readAllRows(tx, keys, id);
    const comparison = compareRows(round.layout.questionnaire, kept);
    const rows = chosenRows(round.layout.questionnaire, kept);
    if (rows.length < batch.sheets) return refuse("paper.incomplete");
    if (comparison.differences.some(({ chosen }) => chosen === null)) return refuse("paper.unresolved");
    const answered = rows.filter(({ spoiled }) => !spoiled);
    if (answered.length === 0) return refuse("paper.nothing_to_store");
    const wrong = [...answered.flatMap(({ place, cells }) => checkRow(round, place, cells)), ...(await checkCodes(tx, round, batch, answered))];
    if (wrong.length > 0) return { ...refuse("paper.wrong_cells"), wrong };

    const unit = round.units.find((one) => one.id === batch.unitId)?.slug ?? null;
    const sheets = answered.map(({ place, cells }) => ({
      place,
      slip: cells[invitationCell] || null,
      body: { ...toSheet(round.layout.questionnaire, cells).body, unit, procedure: batch.procedure, slip: null },
    }));
    const inNoOrder = shuffled(sheets);
    const submissions = inNoOrder.map(({ body, slip }) => ({
      submission: {
        round: round.slug,
        sheet: { ...body, slip },
        mode: "paper" as const,
        filledOn: batch.filledTo,
        idempotencyKey: randomUUID(),
        language: "vi" as const,
      },
      now,
    }));
    const outcomes = await storeSheets(tx, keys, submissions);
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused?.code === "survey.not_open") return refuse("survey.not_open");
    // Between the look at the codes and this, somebody may have answered with one.
    const usedSince = inNoOrder.filter((_, index) => outcomeOf(outcomes[index]) === "survey.slip_used");
    if (refused) return { ...refuse("paper.wrong_cells"), wrong: usedSince.map(({ place }) => ({ place, code: invitationCell, key: "code_used" })) };

    await tx.delete(paperRows).where(eq(paperRows.batchId, id));
    const left = {
      stored: sheets.length,
      comparedCells: comparison.compared,
      differingCells: comparison.differences.length,
      rowsSha256: hashRows(sheets.map(({ body }) => body)),
    };
    await tx
      .update(paperBatches)
      .set({ ...left, state: "committed", committedAt: now, committedById: by.id })
      .where(and(eq(paperBatches.id, id), eq(paperBatches.state, "keying")));
    await recordEvent(
      tx,
      by,
      { act: "paper.batch_committed", subject: "round", subjectId: round.id, data: { batch: id, sheets: batch.sheets, ...left } },
      now,
    );
    return done({ stored: sheets.length });
  });
}

const outcomeOf = (outcome: SubmissionOutcome | undefined) => (outcome && !outcome.ok ? outcome.code : undefined);

/** What keeps a typed row out of its round, cell by cell; its code is looked at apart (`checkCodes`). */
export function checkRow(round: Round, place: number, cells: Cells): WrongCell[] {
  const { body, wrong } = toSheet(round.layout.questionnaire, cells);
  if (wrong.length > 0) return wrong.map((code) => ({ place, code, key: "not_a_choice" }));
  const read = readPaperSheet(round.layout, body);
  if (read.ok) return [];
  return Object.entries(read.errors).map(([field, keys]) => ({ place, code: field === "answers" ? null : field, key: keys[0] ?? "not_right" }));
}

/** SHA-256 over the sheets as they were typed but for their codes, sorted: the same pile gives the same hash, in whatever order it was typed. */
const hashRows = (bodies: readonly object[]): string =>
  createHash("sha256")
    .update(
      bodies
        .map((body) => JSON.stringify(body))
        .toSorted()
        .join("\n"),
    )
    .digest("hex");

/** In an order that nobody knows (Fisher–Yates). */
function shuffled<Item>(list: readonly Item[]): Item[] {
  const items = [...list];
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [items[last], items[other]];
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a];
  }
  return items;
}
