import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { importCounts, openScoreSheet, prepareServiceRules } from "#app/domain/service-quality/index.server.ts";
import type { ScoreForm } from "#app/domain/service-quality/schemas.ts";
import type { ScorePoints } from "#app/domain/service-quality/vocabulary.ts";

/** An authority with two units, and who scores, appraises and brings counts in. */
export async function makeServiceWorld(db: Db) {
  await prepareServiceRules(db);
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const other = await makeUnit(db, { parent: authority });
  const head = await makeOfficial(db, { roles: ["unit_head"], unit });
  const elsewhere = await makeOfficial(db, { roles: ["unit_head"], unit: other });
  const approver = await makeOfficial(db, { roles: ["approver"] });
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  return { authority, unit, other, head, elsewhere, approver, coordinator };
}
export type ServiceWorld = Awaited<ReturnType<typeof makeServiceWorld>>;

/** A list of dossier counts: unit, period, indicator, sooner, on time, late. */
export const countsOf = (...lines: string[]) => Buffer.from(["Đơn vị;Kỳ;Chỉ tiêu;Trước hạn;Đúng hạn;Trễ hạn", ...lines].join("\n"));

/** What is typed for some indicators, with the same words at each. */
export const scoresOf = (points: Record<string, ScorePoints | null>, reason = "", evidence = ""): ScoreForm =>
  Object.fromEntries(Object.entries(points).map(([code, given]) => [code, { points: given, reason, evidence }]));

/** The id of the unit's sheet for the third quarter of 2026, with counts for indicators 1 and, of one month, 2. */
export async function openedScoreSheet(db: Db, { unit, head, coordinator }: ServiceWorld, now: Date): Promise<string> {
  const counts = countsOf(`${unit.slug};Q3/2026;1;60;40;0`, `${unit.slug};07/2026;2;10;10;0`);
  const imported = await importCounts(db, coordinator, counts, "Phần mềm một cửa", now);
  if (!imported.ok) throw new Error(imported.code);
  const opened = await openScoreSheet(db, head, { unit: unit.slug, quarter: "2026-Q3" }, now);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.id;
}
