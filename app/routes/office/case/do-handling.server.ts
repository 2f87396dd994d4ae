import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import {
  addNote,
  approveReply,
  askExtension,
  declineExtension,
  findInsufficient,
  grantExtension,
  resumeCase,
  returnReply,
  revealIdentity,
  writeToSender,
} from "#app/domain/feedback/index.server.ts";
import { refuse } from "#app/domain/outcome.ts";
import { type Acts, decision, missing } from "./acting.server.ts";
import { saveDraft, submitDraft } from "./reply-acts.server.ts";

/** Working on the answer: time, the sender, the draft, the decision. */
export const handlingActs = {
  async ask_extension({ db, official, code, form, now }) {
    const to = form.texts.to ?? "";
    if (!isCivilDay(to)) return missing("to");
    return askExtension(db, official, code, { to, reason: form.texts.reason ?? "", revision: form.revision }, now);
  },

  extend: ({ db, portal, official, code, form, now }) => grantExtension(db, portal.keys, official, code, { revision: form.revision }, now),

  decline_extension: ({ db, official, code, form, now }) => declineExtension(db, official, code, decision(form), now),

  write_to_sender: ({ db, portal, official, code, form, now }) =>
    writeToSender(db, portal.keys, official, code, { body: form.texts.body ?? "", revision: form.revision }, now),

  find_insufficient: ({ db, portal, official, code, form, now }) =>
    findInsufficient(db, portal.keys, official, code, { interim: form.texts.interim ?? "", revision: form.revision }, now),

  resume: ({ db, portal, official, code, form, now }) => resumeCase(db, portal.keys, official, code, { revision: form.revision }, now),

  save_draft: saveDraft,

  submit_reply: submitDraft,

  return_reply: ({ db, official, code, form, now }) =>
    returnReply(db, official, code, { comment: form.texts.comment ?? "", revision: form.revision }, now),

  approve_reply: ({ db, portal, official, code, form, now }) => approveReply(db, portal.keys, official, code, { revision: form.revision }, now),

  add_note: ({ db, official, code, form, now }) => addNote(db, official, code, { body: form.texts.body ?? "" }, now),

  reveal_identity: ({ db, portal, official, code, form, now }) =>
    form.texts.reason ? revealIdentity(db, portal.keys, official, code, form.texts.reason, now) : Promise.resolve(refuse("text.missing")),
} satisfies Acts;
