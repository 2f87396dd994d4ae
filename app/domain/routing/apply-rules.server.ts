import { eq, sql } from "drizzle-orm";
import { routingDraft, routingRuleSets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { unitsTouched } from "./change-rules.ts";
import { mayTouch } from "./may-touch.server.ts";
import { currentRules, draftRules } from "./rule-sets.server.ts";
import { routingNoteMaxLength } from "./vocabulary.ts";

/** Puts the draft in force as the next version, with a note on why. Needs the right for every unit it touches. Earlier versions stay as they were. */
export async function applyRoutingRules(db: Db, by: Official, what: { note: string; revision: number }, now = new Date()) {
  if (!mayIn(by, "routing.manage")) return refuse("routing.not_yours");
  const note = what.note.trim().slice(0, routingNoteMaxLength);
  if (!note) return refuse("routing.note_missing");

  return inOneAct(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.rules'))`);
    const [current, draft] = [await currentRules(tx), await draftRules(tx)];
    if (!draft || draft.revision !== what.revision || draft.basedOn !== current.version) return refuse("routing.changed_meanwhile");
    if (!(await mayTouch(tx, by, unitsTouched(current.rules, draft.rules)))) return refuse("routing.not_yours");

    const version = current.version + 1;
    await tx.insert(routingRuleSets).values({ version, rules: [...draft.rules], note, madeById: by.id, createdAt: now });
    await tx.delete(routingDraft).where(eq(routingDraft.id, 1));
    const data = { version, rules: draft.rules.length, before: current.rules.length };
    await recordEvent(tx, by, { act: "routing.rules_applied", subject: "portal", subjectId: "routing", data }, now);
    return done({ version });
  });
}
