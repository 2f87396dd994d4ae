import { and, eq, inArray, sql } from "drizzle-orm";
import { scoreSheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findScoreSheet } from "./find-score-sheet.server.ts";
import { personalDataCheck } from "./personal-data-check.server.ts";
import type { ScoreForm } from "./schemas.ts";
import { differs, type ScoreLine } from "./score-line.ts";

type Which = { id: string; revision: number };

/**
 * The unit's head gives points. Points other than the portal found need a reason; points where the portal found none need evidence.
 * Both will be public, so neither may tell of persons. May be done again until somebody appraises. Indicators may stay without points.
 */
export async function fillScoreSheet(db: Db, by: Official, which: Which, form: ScoreForm, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const sheet = await findScoreSheet(tx, which.id);
    if (!sheet) return refuse("service_quality.sheet_not_found");
    if (!mayIn(by, "scores.enter", sheet.unitId)) return refuse("service_quality.not_yours");
    const lines = sheet.lines.map((line): ScoreLine => {
      const { points = null, reason = "", evidence = "" } = form[line.code] ?? {};
      return { ...line, self: points, selfReason: reason, evidence, appraised: null, appraisedReason: "" };
    });
    const unexplained = lines.filter((line) => differs(line, line.self) && !line.selfReason);
    if (unexplained.length > 0) return refuse("service_quality.reason_needed", { codes: codesOf(unexplained) });
    const unproved = lines.filter(({ self, computed, evidence }) => self !== null && computed.points === null && !evidence);
    if (unproved.length > 0) return refuse("service_quality.evidence_needed", { codes: codesOf(unproved) });
    const holdsPersonalData = await personalDataCheck(tx);
    const telling = lines.filter(({ selfReason, evidence }) => holdsPersonalData(selfReason, evidence));
    if (telling.length > 0) return refuse("service_quality.personal_data", { codes: codesOf(telling) });

    const [changed] = await tx
      .update(scoreSheets)
      .set({
        lines,
        state: "self_scored",
        selfScoredById: by.id,
        selfScoredAt: now,
        appraisedById: null,
        appraisedAt: null,
        publishedById: null,
        revision: sql`${scoreSheets.revision} + 1`,
        updatedAt: now,
      })
      .where(and(eq(scoreSheets.id, which.id), eq(scoreSheets.revision, which.revision), inArray(scoreSheets.state, ["draft", "self_scored"])))
      .returning({ id: scoreSheets.id });
    if (!changed) return refuse("service_quality.changed_meanwhile");
    await recordEvent(tx, by, { act: "score_sheet.self_scored", subject: "score_sheet", subjectId: which.id, data: pointsIn(lines, "self") }, now);
    return done({ id: which.id });
  });
}

/**
 * Somebody else than who gave the points appraises them. Other points than the unit gave need a reason, and so do points other than
 * the portal found that the unit did not explain. May be done again until the sheet is published.
 */
export async function appraiseScoreSheet(db: Db, by: Official, which: Which, form: ScoreForm, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const sheet = await findScoreSheet(tx, which.id);
    if (!sheet) return refuse("service_quality.sheet_not_found");
    if (!mayIn(by, "scores.appraise", sheet.unitId)) return refuse("service_quality.not_yours");
    if (sheet.selfScoredById === by.id) return refuse("service_quality.own_points");
    const lines = sheet.lines.map((line): ScoreLine => {
      const { points = null, reason = "" } = form[line.code] ?? {};
      return { ...line, appraised: points, appraisedReason: reason };
    });
    const unexplained = lines.filter(
      (line) => !line.appraisedReason && (line.appraised !== line.self || (differs(line, line.appraised) && !line.selfReason)),
    );
    if (unexplained.length > 0) return refuse("service_quality.reason_needed", { codes: codesOf(unexplained) });
    const holdsPersonalData = await personalDataCheck(tx);
    const telling = lines.filter(({ appraisedReason }) => holdsPersonalData(appraisedReason));
    if (telling.length > 0) return refuse("service_quality.personal_data", { codes: codesOf(telling) });

    const [changed] = await tx
      .update(scoreSheets)
      .set({ lines, state: "appraised", appraisedById: by.id, appraisedAt: now, revision: sql`${scoreSheets.revision} + 1`, updatedAt: now })
      .where(and(eq(scoreSheets.id, which.id), eq(scoreSheets.revision, which.revision), inArray(scoreSheets.state, ["self_scored", "appraised"])))
      .returning({ id: scoreSheets.id });
    if (!changed) return refuse("service_quality.changed_meanwhile");
    await recordEvent(tx, by, { act: "score_sheet.appraised", subject: "score_sheet", subjectId: which.id, data: pointsIn(lines, "appraised") }, now);
    return done({ id: which.id });
  });
}

const codesOf = (lines: readonly ScoreLine[]): string => lines.map(({ code }) => code).join(", ");

const pointsIn = (lines: readonly ScoreLine[], which: "self" | "appraised") => ({
  points: lines.reduce((sum, line) => sum + (line[which] ?? 0), 0),
  missing: lines.filter((line) => line[which] === null).length,
});
