import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { parseCaseCode } from "../codes.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import { transitionOf, type TransitionName } from "./transitions.ts";

export type CaseRow = typeof cases.$inferSelect;

/**
 * The case an official wants to act on, locked until the act ends. Right and scope stand in the SQL: a case out of
 * scope is not found. Then state, and the revision the official saw.
 */
export async function takeCase(tx: Db, by: Official, name: TransitionName, code: string, revision?: number) {
  const { permission, from } = transitionOf(name);
  if (permission === null || by.scopes[permission] === undefined) return refuse("case.not_yours");

  const [found] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), withinScope(by, permission), readableBy(by)))
    .for("update");
  if (!found) return refuse("case.not_found");
  if (revision !== undefined && revision !== found.revision) return refuse("case.changed_meanwhile");
  if (!from.includes(found.state)) return refuse("case.wrong_state");
  return done(found);
}
