import { and, eq, sql } from "drizzle-orm";
import { improvements } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { publish, withdrawPublicCopy } from "../publishing/index.server.ts";
import { listCriteria } from "../surveys/index.server.ts";
import { findUnitInForce, findUnitLinks } from "../units/index.server.ts";

/** Puts a draft before the public. Four eyes: whoever wrote it last may not publish it. Personal data in it blocks. */
export async function publishImprovement(db: Db, by: Official, which: { id: string; revision: number }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const [draft] = await tx.select().from(improvements).where(eq(improvements.id, which.id)).for("update");
    if (!draft) return refuse("improvement.not_found");
    if (!mayIn(by, "articles.approve", draft.unitId)) return refuse("improvement.not_yours");
    if (draft.writtenById === by.id) return refuse("improvement.own_text");

    const [published] = await tx
      .update(improvements)
      .set({ state: "published", publishedById: by.id, publishedAt: now, updatedAt: now, revision: sql`${improvements.revision} + 1` })
      .where(and(eq(improvements.id, draft.id), eq(improvements.revision, which.revision), eq(improvements.state, "draft")))
      .returning({ id: improvements.id });
    if (!published) return refuse("improvement.changed_meanwhile");

    const today = civilDay(now);
    const own = await findUnitInForce(tx, { id: draft.unitId }, today);
    const links = await findUnitLinks(tx, [draft.unitId, own?.authorityId ?? null], today);
    const unit = links.get(draft.unitId);
    const authority = own?.authorityId ? links.get(own.authorityId) : unit;
    const criterion = (await listCriteria(tx)).find((one) => one.questionnaire === draft.questionnaire && one.code === draft.criterion);
    if (!unit || !criterion) return refuse("improvement.unknown_criterion");
    const said = { vi: draft.saidVi, en: draft.saidEn };
    const did = { vi: draft.didVi, en: draft.didEn };
    const texts = [draft.saidVi, draft.saidEn, draft.didVi, draft.didEn].filter(Boolean).join("\n");
    const copy = await publish(
      tx,
      by,
      {
        kind: "improvement",
        slug: draft.id,
        subjectId: draft.id,
        title: did,
        searchText: texts,
        sensitiveText: texts,
        facets: { unit: unit.slug, authority: authority?.slug ?? null, category: draft.questionnaire, facet: draft.criterion },
        sortDay: draft.doneOn,
        content: {
          unit: { slug: unit.slug, name: unit.name },
          questionnaire: draft.questionnaire,
          criterion: { code: draft.criterion, text: criterion.text },
          said,
          did,
          doneOn: draft.doneOn,
        },
      },
      now,
    );
    if (!copy.ok) return copy;
    await recordEvent(tx, by, { act: "improvement.published", subject: "improvement", subjectId: draft.id, data: { unit: unit.slug } }, now);
    return done({ id: draft.id });
  });
}

/** Takes a published one back, with a reason for the trace. */
export async function withdrawImprovement(db: Db, by: Official, which: { id: string; reason: string }, now = new Date()) {
  const reason = which.reason.trim().slice(0, 500);
  if (!reason) return refuse("improvement.reason_missing");
  return inOneAct(db, async (tx) => {
    const [found] = await tx.select().from(improvements).where(eq(improvements.id, which.id));
    if (!found) return refuse("improvement.not_found");
    if (!mayIn(by, "articles.approve", found.unitId)) return refuse("improvement.not_yours");
    const [gone] = await tx
      .update(improvements)
      .set({ state: "withdrawn", updatedAt: now, revision: sql`${improvements.revision} + 1` })
      .where(and(eq(improvements.id, found.id), eq(improvements.state, "published")))
      .returning({ id: improvements.id });
    if (!gone) return refuse("improvement.not_public");
    const copy = await withdrawPublicCopy(tx, by, "improvement", found.id, reason, now);
    if (!copy.ok) return copy;
    await recordEvent(tx, by, { act: "improvement.withdrawn", subject: "improvement", subjectId: found.id }, now);
    return done({ id: found.id });
  });
}
