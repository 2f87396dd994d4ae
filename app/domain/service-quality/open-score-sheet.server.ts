import { and, eq, inArray, sql } from "drizzle-orm";
import { scoreSheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { computeScores } from "./compute-scores.server.ts";
import { findScoreSheet } from "./find-score-sheet.server.ts";
import { daysOf, isQuarter } from "./period.ts";
import { rulesOn } from "./rules.server.ts";
import { emptyLine } from "./score-line.ts";

/**
 * Opens the sheet of a unit for a quarter that is over, with what the portal found. The unit is called as on the quarter's last day,
 * and scored by the rules of that day.
 */
export async function openScoreSheet(db: Db, by: Official, wish: { unit: string; quarter: string }, now = new Date()) {
  const days = isQuarter(wish.quarter) ? daysOf(wish.quarter) : undefined;
  if (!days) return refuse("service_quality.not_a_quarter");
  if (days.to >= civilDay(now)) return refuse("service_quality.not_over");
  return inOneAct(db, async (tx) => {
    const unit = await findUnitInForce(tx, { slug: wish.unit }, days.to);
    if (!unit || unit.external) return refuse("service_quality.unknown_unit");
    if (!mayIn(by, "scores.enter", unit.id) && !mayIn(by, "scores.appraise", unit.id)) return refuse("service_quality.not_yours");

    const { id: rulesId, rules } = await rulesOn(tx, "one_stop", days.to);
    const computed = await computeScores(tx, rules, unit.id, wish.quarter);
    const lines = rules.indicators.flatMap((indicator) => {
      const score = computed.get(indicator.code);
      return score ? [emptyLine(indicator, score)] : [];
    });
    const [opened] = await tx
      .insert(scoreSheets)
      .values({
        unitId: unit.id,
        unitVersionId: unit.versionId,
        quarter: wish.quarter,
        rulesId,
        lines,
        openedById: by.id,
        updatedAt: now,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: scoreSheets.id });
    if (!opened) return refuse("service_quality.sheet_is_there");
    await recordEvent(
      tx,
      by,
      { act: "score_sheet.opened", subject: "score_sheet", subjectId: opened.id, data: { unit: unit.slug, quarter: wish.quarter } },
      now,
    );
    return done({ id: opened.id });
  });
}

/** Counts anew what the portal finds, while nobody has appraised the sheet: after dossiers were brought in, for one. */
export async function recountScoreSheet(db: Db, by: Official, which: { id: string; revision: number }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const sheet = await findScoreSheet(tx, which.id);
    if (!sheet) return refuse("service_quality.sheet_not_found");
    if (!mayIn(by, "scores.enter", sheet.unitId) && !mayIn(by, "scores.appraise", sheet.unitId)) return refuse("service_quality.not_yours");
    const computed = await computeScores(tx, sheet.rules.rules, sheet.unitId, sheet.quarter);
    const lines = sheet.lines.map((line) => ({ ...line, computed: computed.get(line.code) ?? line.computed }));
    const [changed] = await tx
      .update(scoreSheets)
      .set({ lines, revision: sql`${scoreSheets.revision} + 1`, updatedAt: now })
      .where(and(eq(scoreSheets.id, which.id), eq(scoreSheets.revision, which.revision), inArray(scoreSheets.state, ["draft", "self_scored"])))
      .returning({ id: scoreSheets.id });
    if (!changed) return refuse("service_quality.changed_meanwhile");
    await recordEvent(tx, by, { act: "score_sheet.recounted", subject: "score_sheet", subjectId: which.id }, now);
    return done({ id: which.id });
  });
}
