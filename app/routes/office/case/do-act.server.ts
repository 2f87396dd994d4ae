import {
  acceptCase,
  addNote,
  addSupport,
  approveReply,
  approveSupplement,
  askExtension,
  assignCase,
  bounceCase,
  confirmRefusal,
  declineExtension,
  declineRefusal,
  declineSupplement,
  endSupport,
  findInsufficient,
  grantExtension,
  handOverCase,
  hideCase,
  markUrgent,
  moveToSuccessor,
  nameHandler,
  nameOfficials,
  proposeRefusal,
  proposeSupplement,
  publishCase,
  reopenForSender,
  requestSupplement,
  resumeCase,
  returnReply,
  revealIdentity,
  showCase,
  splitCase,
  takeUpCase,
  transferCase,
  withholdCase,
  writeToSender,
  type CasePart,
} from "#app/domain/feedback/index.server.ts";
import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import {
  caseContents,
  caseFields,
  caseKinds,
  maxParts,
  refusalReasons,
  withholdReasons,
  type OfficeAct,
  type ReplyState,
} from "#app/domain/feedback/vocabulary.ts";
import { refuse, type Outcome } from "#app/domain/outcome.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import type { RefusalCode } from "../../sentences.ts";
import type { ActForm } from "./read-act-form.server.ts";
import { saveDraft, submitDraft } from "./reply-acts.server.ts";

/** A choice that was left open, or one that is not on the list: the form's own mistake, said at the field. */
export type Missing = { missing: string; /** The schema’s key; without one the field was left open. */ key?: string | undefined };

/** What another person stored meanwhile, to be compared. */
export type OtherDraft = {
  revision: number;
  state: ReplyState;
  body: string;
  conclusion: string | null;
  legalBasis: string | null;
  publicTitle: string;
  publicQuestion: string;
  publicAnswer: string;
};

type Answer = Missing | Outcome<unknown, RefusalCode> | (Outcome<never, RefusalCode> & { other: OtherDraft | undefined });
export type Acting = Visit & { official: Official; code: string; form: ActForm };

const isUuid = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? "");
const from = <Value extends string>(list: readonly Value[], text: string | undefined) => list.find((value) => value === text);
const decision = (form: ActForm) => ({ comment: form.texts.comment ?? "", revision: form.revision });
const missing = (field: string): Missing => ({ missing: field });

/** From the intent of a form to the act of the domain. Right, scope and state are the act's to check. */
const acts: Record<OfficeAct, (acting: Acting) => Promise<Answer>> = {
  request_supplement: ({ db, portal, official, code, form, now }) =>
    requestSupplement(db, portal.keys, official, code, { request: form.texts.request ?? "", revision: form.revision }, now),

  propose_supplement: ({ db, official, code, form, now }) =>
    proposeSupplement(db, official, code, { request: form.texts.request ?? "", revision: form.revision }, now),
  approve_supplement: ({ db, portal, official, code, form, now }) =>
    approveSupplement(db, portal.keys, official, code, { revision: form.revision }, now),
  decline_supplement: ({ db, official, code, form, now }) => declineSupplement(db, official, code, decision(form), now),

  async propose_refusal({ db, official, code, form, now }) {
    const reason = from(refusalReasons, form.texts.reason);
    if (!reason) return missing("reason");
    return proposeRefusal(db, official, code, { reason, text: form.texts.text ?? "", revision: form.revision }, now);
  },

  refuse: ({ db, portal, official, code, form, now }) => confirmRefusal(db, portal.keys, official, code, { revision: form.revision }, now),
  decline_refusal: ({ db, official, code, form, now }) => declineRefusal(db, official, code, decision(form), now),

  async hand_over({ db, portal, official, code, form, now }) {
    const kind = from(["complaint", "denunciation"] as const, form.texts.kind);
    if (!kind) return missing("kind");
    return handOverCase(db, portal.keys, official, code, { kind, revision: form.revision }, now);
  },

  async split({ db, portal, official, code, form, now }) {
    const parts: CasePart[] = [];
    for (let n = 1; n <= maxParts; n++) {
      const subject = form.texts[`subject${n}`] ?? "";
      const body = form.texts[`text${n}`] ?? "";
      const kind = from(caseKinds, form.texts[`kind${n}`]);
      if (!subject.trim() && !body.trim()) continue;
      if (!kind) return missing(`kind${n}`);
      parts.push({ kind, subject, body });
    }
    return splitCase(db, portal.keys, official, code, { parts, revision: form.revision }, now);
  },

  async accept({ db, portal, official, code, form, now }) {
    const kind = from(caseKinds, form.texts.kind);
    const field = from(caseFields, form.texts.field);
    if (!kind) return missing("kind");
    if (!field) return missing("field");
    const content = caseContents.find((one) => String(one) === form.texts.content);
    const what = {
      kind,
      field,
      content,
      duplicateOf: form.texts.duplicateOf?.trim() || null,
      urgent: form.texts.urgent === "on",
      // A form that did not ask leaves it as it is.
      ...(form.texts.official === undefined ? {} : { complainedOf: form.all("official").filter(isUuid) }),
      revision: form.revision,
    };
    return acceptCase(db, portal.keys, official, code, what, now);
  },

  name_officials: ({ db, official, code, form, now }) =>
    nameOfficials(db, official, code, { officialIds: form.all("official").filter(isUuid), revision: form.revision }, now),

  async assign({ db, portal, official, code, form, now }) {
    const { unitId, note } = form.texts;
    if (!isUuid(unitId)) return missing("unitId");
    const supporting = form.all("supporting").filter(isUuid);
    return assignCase(db, portal.keys, official, code, { unitId, supporting, note, revision: form.revision }, now);
  },

  async add_support({ db, official, code, form, now }) {
    const { unitId, note } = form.texts;
    if (!isUuid(unitId)) return missing("unitId");
    return addSupport(db, official, code, { unitId, note, revision: form.revision }, now);
  },

  async end_support({ db, official, code, form, now }) {
    const { unitId } = form.texts;
    if (!isUuid(unitId)) return missing("unitId");
    return endSupport(db, official, code, { unitId, revision: form.revision }, now);
  },

  async move_to_successor({ db, portal, official, code, form, now }) {
    const { unitId } = form.texts;
    if (!isUuid(unitId)) return missing("unitId");
    return moveToSuccessor(db, portal.keys, official, code, { unitId, revision: form.revision }, now);
  },

  async name_handler({ db, official, code, form, now }) {
    const { handlerId } = form.texts;
    if (!isUuid(handlerId)) return missing("handlerId");
    return nameHandler(db, official, code, { handlerId, revision: form.revision }, now);
  },

  mark_urgent: ({ db, official, code, form, now }) => markUrgent(db, official, code, { revision: form.revision }, now),
  bounce: ({ db, official, code, form, now }) => bounceCase(db, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),
  take_up: ({ db, portal, official, code, form, now }) => takeUpCase(db, portal.keys, official, code, { revision: form.revision }, now),

  transfer: ({ db, portal, official, code, form, now }) =>
    transferCase(db, portal.keys, official, code, { body: form.texts.body ?? "", letter: form.texts.letter ?? "", revision: form.revision }, now),

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
    const reason = from(withholdReasons, form.texts.reason);
    if (!reason) return missing("reason");
    return withholdCase(db, portal.keys, official, code, { reason, revision: form.revision }, now);
  },

  reopen_for_sender: ({ db, portal, official, code, form, now }) =>
    reopenForSender(db, portal.keys, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),
  hide: ({ db, official, code, form, now }) => hideCase(db, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),
  show: ({ db, official, code, form, now }) => showCase(db, official, code, { reason: form.texts.reason ?? "", revision: form.revision }, now),
  add_note: ({ db, official, code, form, now }) => addNote(db, official, code, { body: form.texts.body ?? "" }, now),
  reveal_identity: ({ db, portal, official, code, form, now }) =>
    form.texts.reason ? revealIdentity(db, portal.keys, official, code, form.texts.reason, now) : Promise.resolve(refuse("text.missing")),
};

/** Does one act on a case. */
export const doAct = (act: OfficeAct, acting: Acting): Promise<Answer> => acts[act](acting);
