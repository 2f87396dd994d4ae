import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { readableBy } from "../feedback/index.server.ts";
import type { Official } from "../people/official.ts";
import { bouncedUnits, loadUnitMap, readFacts, slugsUpwards, type UnitMap } from "./case-facts.server.ts";
import { type CaseFacts, type Routed, routeByRules } from "./route-by-rules.ts";
import type { RoutingRule } from "./vocabulary.ts";

/** A case as somebody imagines it: the simulator stores nothing. */
export type ImaginedCase = Omit<CaseFacts, "aboutUnits"> & { aboutUnit: string | null };

/** Which rule fires for an imagined case, and why each other one does not. */
export async function simulateRouting(db: Db, rules: readonly RoutingRule[], imagined: ImaginedCase, now = new Date()): Promise<Routed> {
  const units = await loadUnitMap(db, now);
  const { aboutUnit, ...facts } = imagined;
  const about = aboutUnit ? (units.bySlug.get(aboutUnit)?.id ?? null) : null;
  return routeByRules(rules, { ...facts, aboutUnits: slugsUpwards(units, about) }, takesCases(units));
}

/** The same for a case that is here and that the official may read; undefined otherwise. */
export async function traceRouting(
  db: Db,
  by: Official,
  rules: readonly RoutingRule[],
  code: string,
  now = new Date(),
): Promise<(Routed & { code: string; subject: string }) | undefined> {
  const units = await loadUnitMap(db, now);
  const [theCase] = await readFacts(db, and(eq(cases.code, code), readableBy(by)), units, 1);
  if (!theCase) return undefined;
  const bounced = (await bouncedUnits(db, [theCase.id], units)).get(theCase.id);
  const takes = takesCases(units);
  return { code: theCase.code, subject: theCase.subject, ...routeByRules(rules, theCase.facts, (unit) => takes(unit) && !bounced?.has(unit)) };
}

const takesCases =
  (units: UnitMap) =>
  (slug: string): boolean =>
    units.bySlug.get(slug)?.external === false;
