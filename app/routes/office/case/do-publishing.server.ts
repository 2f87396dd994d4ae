import { hideCase, publishCase, reopenForSender, showCase, withholdCase } from "#app/domain/feedback/index.server.ts";
import { withholdReasons } from "#app/domain/feedback/vocabulary.ts";
import { type Acts, isUuid, missing, oneOf } from "./acting.server.ts";

/** What becomes of an answer: public or not, hidden, opened again. */
export const publishingActs = {
  publish: ({ db, portal, official, code, form, now }) =>
    publishCase(
      db,
      portal.keys,
      official,
      code,
      {
        publicAttachmentIds: form.all("photo").filter(isUuid),
        documentIds: form.all("document").filter(isUuid),
        draft: form.texts.draft === undefined ? undefined : Number(form.texts.draft),
        revision: form.revision,
      },
      now,
    ),

  async withhold({ db, portal, official, code, form, now }) {
    const reason = oneOf(withholdReasons, form.texts.reason);
    if (!reason) return missing("reason");
    return withholdCase(db, portal.keys, official, code, { reason, revision: form.revision }, now);
  },

  reopen_for_sender: ({ db, portal, official, code, form, now }) =>
    reopenForSender(db, portal.keys, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),

  hide: ({ db, official, code, form, now }) => hideCase(db, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),

  show: ({ db, official, code, form, now }) => showCase(db, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),
} satisfies Acts;
