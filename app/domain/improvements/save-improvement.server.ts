import { and, eq, sql } from "drizzle-orm";
import { improvements } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listCriteria } from "../surveys/index.server.ts";
import { findUnitInForce } from "../units/index.server.ts";
import type { ImprovementDraft } from "./schemas.ts";

/**
 * Writes what a unit did, or changes it while it is a draft. A published one is taken back first: what the public read
 * is never changed behind its back.
 * @param which the draft and the revision its page showed; undefined for a new one
 */
export async function saveImprovement(
  db: Db,
  by: Official,
  draft: ImprovementDraft,
  which: { id: string; revision: number } | undefined,
  now = new Date(),
) {
  const today = civilDay(now);
  const unit = await findUnitInForce(db, { slug: draft.unit }, today);
  if (!unit || unit.external) return refuse("improvement.unknown_unit");
  if (!mayIn(by, "articles.write", unit.id)) return refuse("improvement.not_yours");
  if (draft.doneOn > today) return refuse("improvement.not_done_yet");
  const [questionnaire = "", criterion = ""] = draft.criterion.split("/");
  const known = (await listCriteria(db)).some((one) => one.questionnaire === questionnaire && one.code === criterion);
  if (!known) return refuse("improvement.unknown_criterion");

  const { saidVi, saidEn, didVi, didEn, doneOn } = draft;
  const values = { unitId: unit.id, questionnaire, criterion, saidVi, saidEn, didVi, didEn, doneOn, updatedAt: now };
  return inOneAct(db, async (tx) => {
    if (!which) {
      const [made] = await tx
        .insert(improvements)
        .values({ ...values, writtenById: by.id, createdAt: now })
        .returning({ id: improvements.id });
      if (!made) throw new Error("The improvement was not stored");
      await recordEvent(tx, by, { act: "improvement.written", subject: "improvement", subjectId: made.id, data: { unit: unit.slug } }, now);
      return done({ id: made.id });
    }

    const [before] = await tx.select().from(improvements).where(eq(improvements.id, which.id)).for("update");
    if (!before) return refuse("improvement.not_found");
    if (!mayIn(by, "articles.write", before.unitId)) return refuse("improvement.not_yours");
    const [saved] = await tx
      .update(improvements)
      .set({ ...values, writtenById: by.id, revision: sql`${improvements.revision} + 1` })
      .where(and(eq(improvements.id, which.id), eq(improvements.revision, which.revision), eq(improvements.state, "draft")))
      .returning({ id: improvements.id });
    if (!saved) return refuse("improvement.changed_meanwhile");
    await recordEvent(tx, by, { act: "improvement.written", subject: "improvement", subjectId: saved.id, data: { unit: unit.slug } }, now);
    return done(saved);
  });
}
