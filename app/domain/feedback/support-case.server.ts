import { and, eq, isNull } from "drizzle-orm";
import { assignments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { mayHave } from "./conflict.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { messageMaxLength } from "./vocabulary.ts";

const supporting = (caseId: string, unitId: string) =>
  and(eq(assignments.caseId, caseId), eq(assignments.role, "supporting"), eq(assignments.toUnitId, unitId), isNull(assignments.endedAt));

/** A second unit reads the case and gives its opinion in notes; the lead unit alone answers. */
export async function addSupport(
  db: Db,
  by: Official,
  code: string,
  what: { unitId: string; note?: string | undefined; revision?: number | undefined },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "add_support", code, what.revision);
    if (!taken.ok) return taken;
    const added = await insertSupport(tx, by, taken.value, what, now);
    if (!added.ok) return added;
    const moved = await moveCase(tx, by, taken.value, "add_support", { data: { unit: added.value.slug } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** The unit is needed no longer, and reads the case no longer. */
export async function endSupport(db: Db, by: Official, code: string, what: { unitId: string; revision?: number | undefined }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "end_support", code, what.revision);
    if (!taken.ok) return taken;
    const ended = await tx.update(assignments).set({ endedAt: now }).where(supporting(taken.value.id, what.unitId)).returning();
    if (ended.length === 0) return refuse("case.not_supporting");
    const moved = await moveCase(tx, by, taken.value, "end_support", {}, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** Stores a supporting unit of a case that `by` may give to it. */
export async function insertSupport(tx: Db, by: Official, seen: CaseRow, what: { unitId: string; note?: string | undefined }, now: Date) {
  const unit = await findUnitInForce(tx, { id: what.unitId }, civilDay(now));
  if (!unit || unit.external) return refuse("case.unknown_unit");
  if (!mayIn(by, "cases.transfer") && !mayIn(by, "cases.assign", unit.id)) return refuse("case.not_yours");
  if (unit.id === seen.unitId) return refuse("case.leads_already");
  const may = await mayHave(tx, seen, unit.id, civilDay(now));
  if (!may.ok) return may;
  const there = await tx.select({ id: assignments.id }).from(assignments).where(supporting(seen.id, unit.id));
  if (there.length > 0) return refuse("case.already_supporting");

  await tx.insert(assignments).values({
    caseId: seen.id,
    fromUnitId: seen.unitId,
    toUnitId: unit.id,
    toUnitVersionId: unit.versionId,
    role: "supporting",
    note: what.note?.trim().slice(0, messageMaxLength) || null,
    assignedById: by.id,
    createdAt: now,
  });
  return done(unit);
}
