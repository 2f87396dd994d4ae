import {
  addSupport,
  assignCase,
  bounceCase,
  endSupport,
  markUrgent,
  moveToSuccessor,
  nameHandler,
  takeUpCase,
  transferCase,
} from "#app/domain/feedback/index.server.ts";
import { type Acts, isUuid, missing } from "./acting.server.ts";

/** Who has the case: units, handlers, supporters, successors, other authorities. */
export const routingActs = {
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
} satisfies Acts;
