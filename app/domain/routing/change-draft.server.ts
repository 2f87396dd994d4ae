import { and, eq, sql } from "drizzle-orm";
import { routingDraft } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { changeRules, type RuleChange, unitsTouched } from "./change-rules.ts";
import { mayTouch } from "./may-touch.server.ts";
import { currentRules, draftRules } from "./rule-sets.server.ts";

/**
 * Changes one rule of the draft, and makes the draft when there is none. `revision` is the draft's as the page showed it
 * (0: none). What sends cases to a unit, or no longer does, needs the right for that unit.
 */
export async function changeRoutingDraft(db: Db, by: Official, what: RuleChange & { revision: number }, now = new Date()) {
  if (!mayIn(by, "routing.manage")) return refuse("routing.not_yours");

  return inOneAct(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.rules'))`);
    const current = await currentRules(tx);
    const draft = await draftRules(tx);
    if ((draft?.revision ?? 0) !== what.revision) return refuse("routing.changed_meanwhile");
    const before = draft?.rules ?? current.rules;
    const after = changeRules(before, what);
    if (!after) return refuse("routing.no_such_rule");

    if (what.change === "add" || what.change === "edit") {
      const unit = await findUnitInForce(tx, { slug: what.rule.unit }, civilDay(now));
      if (!unit || unit.external) return refuse("routing.unknown_unit");
    }
    if (!(await mayTouch(tx, by, unitsTouched(before, after)))) return refuse("routing.not_yours");

    const revision = what.revision + 1;
    const row = { basedOn: draft?.basedOn ?? current.version, rules: after, revision, savedById: by.id, createdAt: now };
    if (draft) {
      await tx
        .update(routingDraft)
        .set(row)
        .where(and(eq(routingDraft.id, 1), eq(routingDraft.revision, what.revision)));
    } else {
      await tx.insert(routingDraft).values({ id: 1, ...row });
    }
    const about = { subject: "portal" as const, subjectId: "routing" };
    await recordEvent(tx, by, { act: "routing.draft_changed", ...about, data: { change: what.change, rules: after.length, revision } }, now);
    return done({ revision, rules: after });
  });
}

/** Throws the draft away: the rules in force stay. Needs the right for every unit that it touches. */
export async function discardRoutingDraft(db: Db, by: Official, { revision }: { revision: number }, now = new Date()) {
  if (!mayIn(by, "routing.manage")) return refuse("routing.not_yours");

  return inOneAct(db, async (tx) => {
    const [current, draft] = [await currentRules(tx), await draftRules(tx)];
    if (draft && !(await mayTouch(tx, by, unitsTouched(current.rules, draft.rules)))) return refuse("routing.not_yours");
    const gone = await tx
      .delete(routingDraft)
      .where(and(eq(routingDraft.id, 1), eq(routingDraft.revision, revision)))
      .returning({ id: routingDraft.id });
    if (gone.length === 0) return refuse("routing.changed_meanwhile");
    await recordEvent(tx, by, { act: "routing.draft_discarded", subject: "portal", subjectId: "routing", data: { revision } }, now);
    return done({ revision: 0 });
  });
}
