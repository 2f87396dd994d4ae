import { and, desc, eq, lte, sql } from "drizzle-orm";
import { serviceRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { Decision766Rules, OneStopRules, ServiceRules } from "./rules-schema.ts";
import { shippedRules } from "./shipped-rules.ts";
import type { RuleKind } from "./vocabulary.ts";

type RulesOf = { one_stop: OneStopRules; decision_766: Decision766Rules };
const readers = { one_stop: OneStopRules, decision_766: Decision766Rules } as const;

export type StoredRules<Kind extends RuleKind> = { id: string; version: number; validFrom: CivilDay; note: string; rules: RulesOf[Kind] };

/** Stores the rules the portal comes with as version 1. What is there already stays as it is. */
export async function prepareServiceRules(db: Db): Promise<void> {
  for (const shipped of shippedRules) {
    const content = ServiceRules.parse(shipped);
    await db
      .insert(serviceRules)
      .values({ kind: content.kind, version: 1, content, validFrom: "2022-07-01", note: "Bản đi kèm cổng" })
      .onConflictDoNothing();
  }
}

/** The newest version that holds on a day; the first for a day before all. @throws where there is none: the world was not prepared */
export async function rulesOn<Kind extends RuleKind>(db: Db, kind: Kind, day: CivilDay): Promise<StoredRules<Kind>> {
  const holds = lte(serviceRules.validFrom, day);
  const [row] = await db
    .select()
    .from(serviceRules)
    .where(eq(serviceRules.kind, kind))
    .orderBy(desc(holds), sql`case when ${holds} then -${serviceRules.version} else ${serviceRules.version} end`)
    .limit(1);
  if (!row) throw new Error(`There are no rules ${kind} on ${day}`);
  return toStored(kind, row);
}

/** The version a sheet or month was made with. */
export async function rulesById<Kind extends RuleKind>(db: Db, kind: Kind, id: string): Promise<StoredRules<Kind>> {
  const [row] = await db
    .select()
    .from(serviceRules)
    .where(and(eq(serviceRules.kind, kind), eq(serviceRules.id, id)));
  if (!row) throw new Error(`There are no rules ${id}`);
  return toStored(kind, row);
}

/** All versions of a kind, the newest first. */
export async function listRules<Kind extends RuleKind>(db: Db, kind: Kind): Promise<StoredRules<Kind>[]> {
  const rows = await db.select().from(serviceRules).where(eq(serviceRules.kind, kind)).orderBy(desc(serviceRules.version));
  return rows.map((row) => toStored(kind, row));
}

/**
 * Adds a version of rules, for sheets and months opened from its day on; what was made with an older one keeps it.
 * Rules bind every unit, so only who may appraise on the whole portal adds them.
 */
export async function addRules(db: Db, by: Official, wish: { content: ServiceRules; validFrom: CivilDay; note: string }, now = new Date()) {
  if (by.scopes["scores.appraise"] !== "all") return refuse("service_quality.not_yours");
  return inOneAct(db, async (tx) => {
    const { content, validFrom, note } = wish;
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
    const [last] = await tx
      .select({ version: serviceRules.version, validFrom: serviceRules.validFrom })
      .from(serviceRules)
      .where(eq(serviceRules.kind, content.kind))
      .orderBy(desc(serviceRules.version))
      .limit(1);
    if (last && validFrom < last.validFrom) return refuse("service_quality.rules_too_early", { day: last.validFrom });
    const version = (last?.version ?? 0) + 1;
    const [stored] = await tx
      .insert(serviceRules)
      .values({ kind: content.kind, version, content, validFrom, note, addedById: by.id, createdAt: now })
      .returning({ id: serviceRules.id });
    if (!stored) throw new Error("The rules were not stored");
    await recordEvent(
      tx,
      by,
      { act: "service_rules.added", subject: "score_sheet", subjectId: stored.id, data: { kind: content.kind, version, validFrom } },
      now,
    );
    return done({ id: stored.id, version });
  });
}

/** Any number, the same on every node: versions are numbered one after the other. */
const lock = 7_406_231;

function toStored<Kind extends RuleKind>(kind: Kind, row: typeof serviceRules.$inferSelect): StoredRules<Kind> {
  const { id, version, validFrom, note } = row;
  return { id, version, validFrom, note, rules: readers[kind].parse(row.content) as RulesOf[Kind] };
}
