import { and, eq, lte } from "drizzle-orm";
import { assignments, unitSuccessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { findOfficial } from "../people/index.server.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { mayHave } from "./conflict.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";

/**
 * A case whose unit has ended goes to the successor a person chose (domain.md 6.8 and 7.3, transition 26). State and
 * clocks stay as they are; earlier assignments and published texts keep the name of their day. The handler goes along
 * where the successor's cases are theirs too.
 */
export async function moveToSuccessor(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { unitId: string; revision?: number | undefined },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "move_to_successor", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    const today = civilDay(now);
    if (!seen.unitId || (await findUnitInForce(tx, { id: seen.unitId }, today))) return refuse("case.unit_goes_on");
    const [succession] = await tx
      .select({ to: unitSuccessions.toUnitId })
      .from(unitSuccessions)
      .where(and(eq(unitSuccessions.fromUnitId, seen.unitId), eq(unitSuccessions.toUnitId, what.unitId), lte(unitSuccessions.onDay, today)));
    const unit = succession && (await findUnitInForce(tx, { id: succession.to }, today));
    if (!unit || unit.external) return refuse("case.not_a_successor");
    const may = await mayHave(tx, seen, unit.id, today);
    if (!may.ok) return may;

    await tx.insert(assignments).values({
      caseId: seen.id,
      fromUnitId: seen.unitId,
      toUnitId: unit.id,
      toUnitVersionId: unit.versionId,
      role: "lead",
      assignedById: by.id,
      createdAt: now,
    });
    const set = { unitId: unit.id, unitVersionId: unit.versionId, handlerId: await keptHandler(tx, seen, unit.id, today) };
    const moved = await moveCase(tx, by, seen, "move_to_successor", { set, data: { unit: unit.slug } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_assigned", data: { code: theCase.code, unitVi: unit.nameVi, unitEn: unit.nameEn } }, now);
    return standing(theCase);
  });
}

async function keptHandler(tx: Db, seen: CaseRow, unitId: string, today: string): Promise<string | null> {
  if (!seen.handlerId) return null;
  const handler = await findOfficial(tx, seen.handlerId, today);
  return handler && mayIn(handler, "cases.handle", unitId) ? handler.id : null;
}
