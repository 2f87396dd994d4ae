import { and, eq, sql } from "drizzle-orm";
import { scoreSheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { editionsOf, publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";
import { findScoreSheet, type ScoreSheet } from "./find-score-sheet.server.ts";
import { daysOf } from "./period.ts";
import { personalDataCheck } from "./personal-data-check.server.ts";
import { shareOf, totalOf } from "./score-line.ts";
import { evidenceMaxLength } from "./vocabulary.ts";

type Which = { id: string; revision: number };

/** Where a sheet stands before the public: `kktvp-motcua-2026-q3`. */
export const scoreSheetSlug = ({ unit, quarter }: Pick<ScoreSheet, "unit" | "quarter">): string => `${unit.slug}-${quarter.toLowerCase()}`;

/** Puts an appraised sheet before the public. Four eyes: not who gave the unit's own points. */
export async function publishScoreSheet(db: Db, by: Official, which: Which, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const sheet = await findScoreSheet(tx, which.id);
    if (!sheet) return refuse("service_quality.sheet_not_found");
    if (!mayIn(by, "scores.appraise", sheet.unitId)) return refuse("service_quality.not_yours");
    if (sheet.selfScoredById === by.id) return refuse("service_quality.own_points");
    const [published] = await tx
      .update(scoreSheets)
      .set({ state: "published", publishedById: by.id, publishedAt: now, revision: sql`${scoreSheets.revision} + 1`, updatedAt: now })
      .where(and(eq(scoreSheets.id, which.id), eq(scoreSheets.revision, which.revision), eq(scoreSheets.state, "appraised")))
      .returning({ id: scoreSheets.id });
    if (!published) return refuse("service_quality.changed_meanwhile");

    const slug = scoreSheetSlug(sheet);
    const { rules, version } = sheet.rules;
    const end = daysOf(sheet.quarter)?.to ?? civilDay(now);
    const authority = sheet.authorityId ? (await findUnitLinks(tx, [sheet.authorityId], end)).get(sheet.authorityId) : undefined;
    const editions = await editionsOf(tx, "score_sheet", slug);
    const lines = rules.indicators.flatMap(({ code, name }) => {
      const line = sheet.lines.find((one) => one.code === code);
      if (!line) return [];
      const { source, part, whole, importedFrom, importedOn, points: computed, reason: unscored } = line.computed;
      const told = { code, name, points: line.appraised, self: line.self, computed, source, unscored, part, whole, share: shareOf(line.computed) };
      return [{ ...told, importedFrom, importedOn, reason: line.appraisedReason || line.selfReason, evidence: line.evidence }];
    });
    const total = totalOf(rules, new Map(sheet.lines.map(({ code, appraised }) => [code, appraised])));
    const copy = await publish(
      tx,
      by,
      {
        kind: "score_sheet",
        slug,
        subjectId: sheet.id,
        title: {
          vi: `${rules.title.vi}, ${sheet.unit.name.vi}, ${sheet.quarter}`,
          en: `${rules.title.en}, ${sheet.unit.name.en}, ${sheet.quarter}`,
        },
        searchText: [sheet.unit.name.vi, sheet.unit.name.en, sheet.quarter].join(" "),
        sensitiveText: [sheet.correction, ...lines.flatMap(({ reason, evidence, importedFrom }) => [reason, evidence, importedFrom])]
          .filter(Boolean)
          .join("\n"),
        facets: { unit: sheet.unit.slug, authority: authority?.slug ?? sheet.unit.slug, facet: sheet.quarter },
        sortDay: end,
        ...(sheet.correction ? { note: sheet.correction } : {}),
        content: {
          unit: sheet.unit,
          authority: authority ?? null,
          quarter: sheet.quarter,
          rules: { version, title: rules.title, basis: rules.basis },
          lines,
          ...total,
          editions: [...editions, { version: editions.length + 1, on: civilDay(now), note: sheet.correction }],
        },
      },
      now,
    );
    if (!copy.ok) return copy;
    const data = { points: total.points, rank: total.rank, version: editions.length + 1 };
    await recordEvent(tx, by, { act: "score_sheet.published", subject: "score_sheet", subjectId: sheet.id, data }, now);
    return done({ slug });
  });
}

/** Takes a published sheet up again, with a reason everybody will read. What is public stays until the next publication. */
export async function correctScoreSheet(db: Db, by: Official, which: Which & { reason: string }, now = new Date()) {
  const reason = which.reason.trim().slice(0, evidenceMaxLength);
  if (!reason) return refuse("service_quality.correction_needs_reason");
  return inOneAct(db, async (tx) => {
    const sheet = await findScoreSheet(tx, which.id);
    if (!sheet) return refuse("service_quality.sheet_not_found");
    if (!mayIn(by, "scores.appraise", sheet.unitId)) return refuse("service_quality.not_yours");
    if ((await personalDataCheck(tx))(reason)) return refuse("publish.note_personal_data");
    const [taken] = await tx
      .update(scoreSheets)
      .set({ state: "draft", correction: reason, revision: sql`${scoreSheets.revision} + 1`, updatedAt: now })
      .where(and(eq(scoreSheets.id, which.id), eq(scoreSheets.revision, which.revision), eq(scoreSheets.state, "published")))
      .returning({ id: scoreSheets.id });
    if (!taken) return refuse("service_quality.changed_meanwhile");
    await recordEvent(tx, by, { act: "score_sheet.taken_up_again", subject: "score_sheet", subjectId: which.id }, now);
    return done({ id: which.id });
  });
}
