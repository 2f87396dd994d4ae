import { desc, eq } from "drizzle-orm";
import { officials, routingDraft, routingRuleSets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { RoutingRule } from "./vocabulary.ts";

export type RuleSetInForce = { version: number; rules: readonly RoutingRule[] };
export type RuleDraftSet = { basedOn: number; rules: readonly RoutingRule[]; revision: number; savedBy: string };

/** The rules in force; version 0 without rules before anybody made some. */
export async function currentRules(db: Db): Promise<RuleSetInForce> {
  const [newest] = await db.select().from(routingRuleSets).orderBy(desc(routingRuleSets.version)).limit(1);
  return { version: newest?.version ?? 0, rules: newest?.rules ?? [] };
}

/** The draft that coordinators work on; undefined while nobody changed anything. */
export async function draftRules(db: Db): Promise<RuleDraftSet | undefined> {
  const [draft] = await db
    .select({ basedOn: routingDraft.basedOn, rules: routingDraft.rules, revision: routingDraft.revision, savedBy: officials.name })
    .from(routingDraft)
    .innerJoin(officials, eq(routingDraft.savedById, officials.id));
  return draft;
}

/** Which sets there were, the newest first, at most `limit`. */
export async function listRuleSets(db: Db, limit = 20): Promise<{ version: number; note: string; madeBy: string | null; createdAt: Date }[]> {
  return db
    .select({ version: routingRuleSets.version, note: routingRuleSets.note, madeBy: officials.name, createdAt: routingRuleSets.createdAt })
    .from(routingRuleSets)
    .leftJoin(officials, eq(routingRuleSets.madeById, officials.id))
    .orderBy(desc(routingRuleSets.version))
    .limit(limit);
}
