import { saveReplyDraft, submitReply } from "#app/domain/feedback/index.server.ts";
import { ReplyDraft } from "#app/domain/feedback/schemas.ts";
import { listOwnContacts } from "#app/domain/publishing/index.server.ts";
import { findPersonalData, maskPersonalData } from "#app/domain/publishing/personal-data.ts";
import { readRevision } from "../../revision.ts";
import type { Acting } from "./acting.server.ts";

/** Keeps what the handler has written; the form carries the revision of the answer it started from. */
export async function saveDraft(acting: Acting) {
  return save(acting, acting.form.texts.publicAnswer ?? "");
}

/**
 * Keeps it and hands it in. An empty public answer becomes the answer itself with personal data masked; the approver
 * sees it before anybody else does.
 */
export async function submitDraft(acting: Acting) {
  const { db, official, code, form, now } = acting;
  const { body = "", publicAnswer = "" } = form.texts;
  const findings = findPersonalData(body, { allowed: await listOwnContacts(db) });
  const saved = await save(acting, publicAnswer.trim() ? publicAnswer : maskPersonalData(body, findings));
  if (!("ok" in saved) || !saved.ok) return saved;
  return submitReply(db, official, code, { revision: form.revision }, now);
}

async function save({ db, official, code, form, now }: Acting, publicAnswer: string) {
  const { texts } = form;
  const draft = ReplyDraft.safeParse({
    body: texts.body ?? "",
    conclusion: texts.conclusion || null,
    legalBasis: texts.legalBasis,
    publicTitle: texts.publicTitle ?? "",
    publicQuestion: texts.publicQuestion ?? "",
    publicAnswer,
  });
  if (!draft.success) {
    const [issue] = draft.error.issues;
    return { missing: String(issue?.path[0] ?? "body"), key: issue?.message };
  }
  return saveReplyDraft(db, official, code, draft.data, readRevision(texts.replyRevision), now);
}
