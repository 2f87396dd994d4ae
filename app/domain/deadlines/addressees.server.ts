import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { unitPath } from "../calendar/index.server.ts";
import type { ClockStep, WarningRung } from "../calendar/vocabulary.ts";
import type { CaseState } from "../feedback/vocabulary.ts";

/** What decides who is told: the step, how far the case has come, who handles it, and whose it is. */
export type InHand = { step: ClockStep; state: CaseState; handlerId: string | null; unitId: string | null };

type Desk = "intake" | "unit_head" | "coordinator" | "approver";
const desks: readonly Desk[] = ["intake", "unit_head", "coordinator", "approver"];
const deskOf: Readonly<Record<Exclude<WarningRung, "owner">, Desk>> = { unit_head: "unit_head", coordinator: "coordinator", leader: "approver" };

const withHandler: readonly CaseState[] = ["DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET"];
const toRoute: readonly CaseState[] = ["DA_TIEP_NHAN", "MO_LAI"];

/** Who has which desk on this day. Answers a function: ids of those to tell, nobody twice; empty when there is nobody. */
export async function loadDesks(db: Db, today: CivilDay) {
  const active = new Set((await db.select({ id: officials.id }).from(officials).where(eq(officials.active, true))).map(({ id }) => id));
  const grants = await db
    .select({ id: roleGrants.officialId, role: roleGrants.role, unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(
      and(inArray(roleGrants.role, [...desks]), lte(roleGrants.validFrom, today), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today))),
    );
  const paths = new Map<string, string[]>();

  return async function addressees(inHand: InHand, rungs: readonly WarningRung[]): Promise<string[]> {
    const path = inHand.unitId ? (paths.get(inHand.unitId) ?? (await unitPath(db, inHand.unitId, today))) : [];
    if (inHand.unitId) paths.set(inHand.unitId, path);

    const told = new Set(rungs.flatMap((rung) => (rung === "owner" ? owners(inHand, path) : nearest(deskOf[rung], path))));
    // A step nobody has in hand is the business of the next above.
    for (const desk of ["unit_head", "coordinator", "approver"] as const) {
      if (told.size === 0) for (const id of nearest(desk, path)) told.add(id);
    }
    return [...told];
  };

  function owners({ step, state, handlerId }: InHand, path: readonly string[]): string[] {
    if (step === "refuse" || step === "request_more") return nearest("intake", path);
    if (step === "publish") return nearest("coordinator", path);
    if (toRoute.includes(state)) return nearest("coordinator", path);
    if (step === "transfer" || !withHandler.includes(state)) return nearest("intake", path);

    const handler = handlerId && active.has(handlerId) ? [handlerId] : nearest("unit_head", path);
    return state === "CHO_DUYET" ? [...handler, ...nearest("approver", path)] : handler;
  }

  /** Those who hold the desk closest to the unit: its own before its superior's before the whole portal's. */
  function nearest(desk: Desk, path: readonly string[]): string[] {
    const held = grants
      .filter(({ id, role }) => role === desk && active.has(id))
      .map(({ id, unitId }) => ({ id, steps: unitId === null ? path.length : path.indexOf(unitId) }))
      .filter(({ steps }) => steps >= 0);
    const closest = Math.min(...held.map(({ steps }) => steps));
    return held.filter(({ steps }) => steps === closest).map(({ id }) => id);
  }
}
