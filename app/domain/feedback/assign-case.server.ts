import { and, desc, eq, isNull } from "drizzle-orm";
import { assignments, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce, type UnitInForce } from "../units/index.server.ts";
import { mayHave } from "./conflict.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { insertSupport } from "./support-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { messageMaxLength } from "./vocabulary.ts";

/**
 * Gives a case to the unit that must answer, named as it is called that day. A coordinator may choose any unit of our
 * authorities; others only units of their own; never one headed by somebody the case complains of, nor the one whose
 * answer is being reviewed. Passing from one authority to another starts the time for the answer
 * anew (QĐ 766, index 5.2: “từ lần chuyển cuối”); inside one authority it goes on.
 */
export async function assignCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: {
    unitId: string;
    /** Ids of units that read along and give opinions. */ supporting?: readonly string[];
    note?: string | undefined;
    revision?: number | undefined;
  },
  now = new Date(),
) {
  const note = what.note?.trim().slice(0, messageMaxLength) || null;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "assign", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    const unit = await findUnitInForce(tx, { id: what.unitId }, civilDay(now));
    if (!unit || unit.external) return refuse("case.unknown_unit");
    if (!mayIn(by, "cases.transfer") && !mayIn(by, "cases.assign", unit.id)) return refuse("case.not_yours");
    if (seen.state === "DA_PHAN_CONG" && seen.unitId === unit.id) return refuse("case.already_there");
    const may = await mayHave(tx, seen, unit.id, civilDay(now));
    if (!may.ok) return may;

    const lastTransfer = await leavesItsAuthority(tx, seen, unit);
    await tx.insert(assignments).values({
      caseId: seen.id,
      fromUnitId: seen.unitId,
      toUnitId: unit.id,
      toUnitVersionId: unit.versionId,
      role: "lead",
      note,
      assignedById: by.id,
      createdAt: now,
    });
    await tx
      .update(assignments)
      .set({ endedAt: now })
      .where(
        and(eq(assignments.caseId, seen.id), eq(assignments.role, "supporting"), eq(assignments.toUnitId, unit.id), isNull(assignments.endedAt)),
      );
    for (const unitId of new Set(what.supporting ?? [])) {
      const added = await insertSupport(tx, by, { ...seen, unitId: unit.id }, { unitId }, now);
      if (!added.ok) return added;
    }
    const set = { unitId: unit.id, unitVersionId: unit.versionId, handlerId: null };
    const moved = await moveCase(tx, by, seen, "assign", { set, data: { unit: unit.slug, lastTransfer }, turns: { lastTransfer } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_assigned", data: { code: theCase.code, unitVi: unit.nameVi, unitEn: unit.nameEn } }, now);
    return standing(theCase);
  });
}

/** Compared with the unit that had the case last, else with the one it is about; without either nothing was transferred. */
async function leavesItsAuthority(tx: Db, seen: CaseRow, to: UnitInForce): Promise<boolean> {
  const [last] = await tx
    .select({ unitId: assignments.toUnitId })
    .from(assignments)
    .where(and(eq(assignments.caseId, seen.id), eq(assignments.role, "lead")))
    .orderBy(desc(assignments.createdAt))
    .limit(1);
  const fromId = seen.unitId ?? last?.unitId ?? seen.aboutUnitId;
  if (!fromId) return false;
  const [from] = await tx.select({ id: units.id, authorityId: units.authorityId }).from(units).where(eq(units.id, fromId));
  return (from?.authorityId ?? from?.id) !== (to.authorityId ?? to.id);
}
