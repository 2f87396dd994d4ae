import { and, desc, eq } from "drizzle-orm";
import { assignments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { unitPath } from "../calendar/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { mayHave } from "./conflict.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * A unit says the case is not its own. The first time the coordinator looks again; the second time the case stays with
 * the common superior of the two units, who must decide and cannot bounce it. The time for the answer goes on.
 */
export async function bounceCase(db: Db, by: Official, code: string, what: { reason: string; revision?: number | undefined }, now = new Date()) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "bounce", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.bounces >= 2) return refuse("case.superior_decides");

    const lead = and(eq(assignments.caseId, seen.id), eq(assignments.role, "lead"));
    const earlier = await tx.select().from(assignments).where(lead).orderBy(desc(assignments.createdAt), desc(assignments.id));
    const current = earlier.find((assignment) => assignment.toUnitId === seen.unitId && !assignment.bouncedAt);
    if (current) {
      await tx.update(assignments).set({ bouncedAt: now, bounceReason: reason.value }).where(eq(assignments.id, current.id));
    }
    const before = earlier.find((assignment) => assignment.bouncedAt)?.toUnitId;
    const bounces = seen.bounces + 1;
    const superior = before && seen.unitId ? await findCommonSuperior(tx, seen, [before, seen.unitId], civilDay(now)) : undefined;
    if (!superior) {
      const set = { bounces, unitId: null, unitVersionId: null, handlerId: null };
      const moved = await moveCase(tx, by, seen, "bounce", { set, data: { bounces } }, now);
      return moved.ok ? standing(moved.value.moved) : moved;
    }

    await tx.insert(assignments).values({
      caseId: seen.id,
      fromUnitId: seen.unitId,
      toUnitId: superior.id,
      toUnitVersionId: superior.versionId,
      role: "lead",
      assignedById: by.id,
      createdAt: now,
    });
    const set: Partial<CaseRow> = { bounces, unitId: superior.id, unitVersionId: superior.versionId, handlerId: null, state: "DA_PHAN_CONG" };
    const moved = await moveCase(tx, by, seen, "bounce", { set, data: { bounces, superior: superior.slug } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** The lowest unit above both that may have the case; undefined when they have none in common. */
async function findCommonSuperior(tx: Db, theCase: CaseRow, [one, other]: [string, string], day: string) {
  const above = await unitPath(tx, one, day);
  const common = (await unitPath(tx, other, day)).find((id) => id !== other && above.slice(1).includes(id));
  return common && (await mayHave(tx, theCase, common, day)).ok ? findUnitInForce(tx, { id: common }, day) : undefined;
}
