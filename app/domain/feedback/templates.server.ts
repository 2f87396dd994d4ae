import { and, asc, eq, sql } from "drizzle-orm";
import { replyTemplates } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { unknownFields } from "./template-fields.ts";
import { messageMaxLength, subjectMaxLength, type TemplateKind } from "./vocabulary.ts";
import { written } from "./written.ts";

export type ReplyTemplate = Pick<typeof replyTemplates.$inferSelect, "id" | "kind" | "title" | "body" | "active" | "revision" | "updatedAt">;

/** Texts officials start from, by kind and title. @param all also those out of use */
export async function listTemplates(db: Db, { all = false }: { all?: boolean } = {}): Promise<ReplyTemplate[]> {
  return db
    .select({
      id: replyTemplates.id,
      kind: replyTemplates.kind,
      title: replyTemplates.title,
      body: replyTemplates.body,
      active: replyTemplates.active,
      revision: replyTemplates.revision,
      updatedAt: replyTemplates.updatedAt,
    })
    .from(replyTemplates)
    .where(all ? undefined : eq(replyTemplates.active, true))
    .orderBy(asc(replyTemplates.kind), sql`${replyTemplates.title} collate "vi-x-icu"`, asc(replyTemplates.id));
}

/**
 * Writes a template: a new one without `id`, else the one whose `revision` the page showed. A field it does not know is
 * refused, so that no sender ever reads “{{…}}” for a slip of the pen.
 */
export async function saveTemplate(
  db: Db,
  by: Official,
  what: { id?: string | undefined; kind: TemplateKind; title: string; body: string; active: boolean; revision: number },
  now = new Date(),
) {
  if (!mayIn(by, "templates.manage")) return refuse("template.not_yours");
  const title = written(what.title, { max: subjectMaxLength });
  if (!title.ok) return title;
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;
  const [unknown] = unknownFields(body.value);
  if (unknown !== undefined) return refuse("template.unknown_field", { field: unknown });

  return inOneAct(db, async (tx) => {
    const values = { kind: what.kind, title: title.value, body: body.value, active: what.active, updatedById: by.id, updatedAt: now };
    const [saved] = what.id
      ? await tx
          .update(replyTemplates)
          .set({ ...values, revision: sql`${replyTemplates.revision} + 1` })
          .where(and(eq(replyTemplates.id, what.id), eq(replyTemplates.revision, what.revision)))
          .returning({ id: replyTemplates.id, revision: replyTemplates.revision })
      : await tx
          .insert(replyTemplates)
          .values({ ...values, createdAt: now })
          .returning({ id: replyTemplates.id, revision: replyTemplates.revision });
    if (!saved) return refuse("template.changed_meanwhile");
    await recordEvent(tx, by, { act: "template.saved", subject: "portal", subjectId: saved.id, data: { kind: what.kind, active: what.active } }, now);
    return done(saved);
  });
}
