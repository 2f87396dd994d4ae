import { and, asc, eq } from "drizzle-orm";
import { cases, officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findOfficial } from "../people/index.server.ts";
import { listNamedOfficials } from "./conflict.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { readableBy } from "./scope.server.ts";
import { takeCase } from "./take-case.server.ts";

/** A unit head says who in the unit handles a case; also when the handler changes half-way. */
export async function nameHandler(db: Db, by: Official, code: string, what: { handlerId: string; revision?: number | undefined }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "name_handler", code, what.revision);
    if (!taken.ok) return taken;
    const handler = await findOfficial(tx, what.handlerId, civilDay(now));
    if (!handler || !mayIn(handler, "cases.handle", taken.value.unitId)) return refuse("case.not_a_handler");

    if ((await listNamedOfficials(tx, taken.value.id)).some(({ id }) => id === handler.id)) return refuse("case.complains_of_handler");

    const moved = await moveCase(tx, by, taken.value, "name_handler", { set: { handlerId: handler.id }, data: { handler: handler.id } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** Who could handle a case in its unit, by name. Empty when it has no unit or is not the official's to read. */
export async function listHandlers(db: Db, by: Official, code: string, today: string): Promise<{ id: string; name: string }[]> {
  const [found] = await db
    .select({ id: cases.id, unitId: cases.unitId })
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  if (!found?.unitId) return [];
  const candidates = await db
    .selectDistinct({ id: officials.id, name: officials.name })
    .from(officials)
    .innerJoin(roleGrants, eq(roleGrants.officialId, officials.id))
    .where(and(eq(officials.active, true), eq(roleGrants.role, "handler")))
    .orderBy(asc(officials.name));
  const named = await listNamedOfficials(db, found.id);
  const able: { id: string; name: string }[] = [];
  for (const candidate of candidates) {
    if (named.some(({ id }) => id === candidate.id)) continue;
    const official = await findOfficial(db, candidate.id, today);
    if (official && mayIn(official, "cases.handle", found.unitId)) able.push(candidate);
  }
  return able;
}
