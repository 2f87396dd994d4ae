import {
  acceptCase,
  approveSupplement,
  type CasePart,
  confirmRefusal,
  declineRefusal,
  declineSupplement,
  handOverCase,
  nameOfficials,
  proposeRefusal,
  proposeSupplement,
  requestSupplement,
  splitCase,
} from "#app/domain/feedback/index.server.ts";
import { caseContents, caseFields, caseKinds, maxParts, refusalReasons } from "#app/domain/feedback/vocabulary.ts";
import { type Acts, decision, isUuid, missing, oneOf } from "./acting.server.ts";

/** From the intake desk: classify, refuse, ask for more, hand over, split. */
export const receivingActs = {
  request_supplement: ({ db, portal, official, code, form, now }) =>
    requestSupplement(db, portal.keys, official, code, { request: form.texts.request ?? "", revision: form.revision }, now),

  propose_supplement: ({ db, official, code, form, now }) =>
    proposeSupplement(db, official, code, { request: form.texts.request ?? "", revision: form.revision }, now),

  approve_supplement: ({ db, portal, official, code, form, now }) =>
    approveSupplement(db, portal.keys, official, code, { revision: form.revision }, now),

  decline_supplement: ({ db, official, code, form, now }) => declineSupplement(db, official, code, decision(form), now),

  async propose_refusal({ db, official, code, form, now }) {
    const reason = oneOf(refusalReasons, form.texts.reason);
    if (!reason) return missing("reason");
    return proposeRefusal(db, official, code, { reason, text: form.texts.text ?? "", revision: form.revision }, now);
  },

  refuse: ({ db, portal, official, code, form, now }) => confirmRefusal(db, portal.keys, official, code, { revision: form.revision }, now),

  decline_refusal: ({ db, official, code, form, now }) => declineRefusal(db, official, code, decision(form), now),

  async hand_over({ db, portal, official, code, form, now }) {
    const kind = oneOf(["complaint", "denunciation"] as const, form.texts.kind);
    if (!kind) return missing("kind");
    return handOverCase(db, portal.keys, official, code, { kind, revision: form.revision }, now);
  },

  async split({ db, portal, official, code, form, now }) {
    const parts: CasePart[] = [];
    for (let n = 1; n <= maxParts; n++) {
      const subject = form.texts[`subject${n}`] ?? "";
      const body = form.texts[`text${n}`] ?? "";
      const kind = oneOf(caseKinds, form.texts[`kind${n}`]);
      if (!subject.trim() && !body.trim()) continue;
      if (!kind) return missing(`kind${n}`);
      parts.push({ kind, subject, body });
    }
    return splitCase(db, portal.keys, official, code, { parts, revision: form.revision }, now);
  },

  async accept({ db, portal, official, code, form, now }) {
    const kind = oneOf(caseKinds, form.texts.kind);
    const field = oneOf(caseFields, form.texts.field);
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
} satisfies Acts;
