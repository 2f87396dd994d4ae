import { and, eq, gt, gte, inArray, isNull, lte, notInArray, or } from "drizzle-orm";
import { unitSuccessions, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { type CivilDay, civilDay, plusDays } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { publishUnit } from "./publish-unit.server.ts";
import { findUnitInForce, type UnitInForce } from "./queries.server.ts";
import type { SuccessionKind } from "./vocabulary.ts";

export type Ending = {
  /** Ids of the units that end; each is followed by every successor (n:m by saying it several times). */
  unitIds: readonly string[];
  successorIds: readonly string[];
  kind: SuccessionKind;
  /** The last day on which the units exist. */
  lastDay: CivilDay;
  /** Number and day of the decision. */
  decision: string;
};

/**
 * Whether units may end as wished, and what they are called: right, day, successors, and no unit left below without a
 * superior. Nothing is written.
 */
export async function checkEnding(db: Db, by: Official, wish: Ending) {
  if (!mayIn(by, "units.manage")) return refuse("unit.not_yours");
  const unitIds = [...new Set(wish.unitIds)];
  const successorIds = [...new Set(wish.successorIds)];
  if (unitIds.length === 0 || successorIds.length === 0) return refuse("unit.nothing_chosen");
  if (unitIds.some((id) => successorIds.includes(id))) return refuse("unit.succeeds_itself");
  const after = plusDays(wish.lastDay, 1);

  const ending: UnitInForce[] = [];
  for (const id of unitIds) {
    const unit = await findUnitInForce(db, { id }, wish.lastDay);
    if (!unit || !(await findUnitInForce(db, { id }, after))) return refuse("unit.not_in_force");
    if (!mayIn(by, "units.manage", id)) return refuse("unit.not_yours");
    ending.push(unit);
  }
  const successors: UnitInForce[] = [];
  for (const id of successorIds) {
    const unit = await findUnitInForce(db, { id }, after);
    if (!unit || unit.external) return refuse("unit.unknown_successor");
    successors.push(unit);
  }
  const below = await db
    .select({ name: unitVersions.nameVi })
    .from(unitVersions)
    .where(
      and(
        inArray(unitVersions.parentId, unitIds),
        notInArray(unitVersions.unitId, unitIds),
        lte(unitVersions.validFrom, after),
        or(isNull(unitVersions.validTo), gte(unitVersions.validTo, after)),
      ),
    );
  if (below[0]) return refuse("unit.leaves_units_below", { name: below[0].name });
  return done({ ending, successors });
}

/**
 * Units end on a day and others follow them (domain.md 6.8). Their names stay with what was done under them; their open
 * cases stay where they are until a person gives each to a successor.
 */
export async function endUnits(db: Db, by: Official, wish: Ending, now = new Date()) {
  const decision = wish.decision.trim().slice(0, 300);
  if (!decision) return refuse("text.missing");

  return inOneAct(db, async (tx) => {
    const checked = await checkEnding(tx, by, wish);
    if (!checked.ok) return checked;
    const { ending, successors } = checked.value;
    const onDay = plusDays(wish.lastDay, 1);
    for (const unit of ending) {
      // Ended by somebody else at this moment: the row no longer reaches beyond the day.
      const [ended] = await tx
        .update(unitVersions)
        .set({ validTo: wish.lastDay })
        .where(and(eq(unitVersions.id, unit.versionId), or(isNull(unitVersions.validTo), gt(unitVersions.validTo, wish.lastDay))))
        .returning({ id: unitVersions.id });
      if (!ended) return refuse("unit.not_in_force");
      await tx
        .insert(unitSuccessions)
        .values(successors.map((to) => ({ fromUnitId: unit.id, toUnitId: to.id, kind: wish.kind, onDay, decision, createdAt: now })))
        .onConflictDoNothing();
      const data = { lastDay: wish.lastDay, kind: wish.kind, successors: successors.map(({ slug }) => slug).join(", ") };
      await recordEvent(tx, by, { act: "unit.ended", subject: "unit", subjectId: unit.id, data }, now);
    }
    for (const { id } of [...ending, ...successors]) {
      const published = await publishUnit(tx, by, id, civilDay(now), { now });
      if (!published.ok) return published;
    }
    return done({ units: ending.length });
  });
}
