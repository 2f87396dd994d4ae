import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { answerDueFrom, turnClocks } from "../calendar/index.server.ts";
import { civilDay, type CivilDay, plusDays } from "../calendar/civil-day.ts";
import { caseCodeBytes, newCaseCode, newReceiptKey } from "../codes.ts";
import type { Language } from "../content/vocabulary.ts";
import type { FileStore } from "../file-store.ts";
import { idempotencyKeyIsKnown, onceByKey } from "../idempotency.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { MessageOf } from "../messages/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { type Official, mayIn } from "../people/official.ts";
import { onTurn } from "../rate-limit.server.ts";
import { fold } from "../text.ts";
import { storeIdentity, tellSender } from "./identity.server.ts";
import type { PreparedUpload } from "./prepare-upload.server.ts";
import { receiptHashOf } from "./receipt.server.ts";
import type { CaseDraft } from "./schemas.ts";
import { keepingFiles, storePhotos } from "./store-photos.server.ts";
import { resolveSubject } from "./resolve-subject.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { transitions } from "./transitions.ts";
import { soundsUrgent } from "./urgent-words.ts";
import { type Channel, maxAttachments, receivedOldestDays, sendingLimit } from "./vocabulary.ts";

export type Sending = {
  draft: CaseDraft;
  photos?: readonly PreparedUpload[];
  channel: Channel;
  language: Language;
  /** Made with the form. A retry with it gets the same code and receipt, never a second case. */
  idempotencyKey: string;
  /** The client's fingerprint of the day, for the limit; null for no limit. Not stored with the case. */
  client: string | null;
  /** The official who writes down what came by telephone, post or over the desk. */
  enteredBy?: Official;
  /** When the authority got it, where that was before now: its clocks run from then. Only with `enteredBy`. */
  receivedAt?: Date | undefined;
  /** Its number where it was taken first, and whose number that is: `source` and number make one case only. */
  originalNumber?: string | undefined;
  source?: string | undefined;
  /** It came by mail, with so many files that were not taken: its sender goes on by mail, without a key. */
  byMail?: { leftOut: number } | undefined;
};

export type SentCase = { code: string; receiptKey: string; answerBy: CivilDay | null; repeated: boolean };

const scope = "case";

/**
 * A sender's case is taken in: stored with its clocks, identity apart, trace and mail, or not at all. The receipt key
 * comes from the idempotency key and what was sent, so it needs no storing to be the same for a retry, and whoever uses
 * somebody's key again with another letter learns nothing; only its hash is kept.
 */
export async function sendCase(db: Db, keys: Keys, files: FileStore, sending: Sending, now = new Date()) {
  const { draft, photos = [], idempotencyKey, client, enteredBy } = sending;
  const receivedAt = sending.receivedAt ?? now;
  if (enteredBy && !mayIn(enteredBy, "cases.enter")) return refuse("case.not_yours");
  if (!idempotencyKey.trim()) return refuse("request.key_missing");
  if (photos.length > maxAttachments) return refuse("upload.too_many", { most: maxAttachments });
  if (receivedAt > now) return refuse("case.received_in_future");
  const oldestDays = receivedOldestDays[sending.source ? "imported" : "entered"];
  if (civilDay(receivedAt) < plusDays(civilDay(now), -oldestDays)) return refuse("case.received_too_long_ago", { days: oldestDays });
  if (draft.happenedOn && draft.happenedOn > civilDay(receivedAt)) return refuse("case.happened_in_future");

  const body = JSON.stringify([draft, photos.map((photo) => photo.receivedSha256)]);
  const receiptKey = newReceiptKey(keys.derive("receipt", `${idempotencyKey}\n${body}`));
  const turn = client ? { limit: sendingLimit, key: client } : null;
  const isRetry = () => idempotencyKeyIsKnown(db, { scope, key: idempotencyKey });
  const sent = await onTurn(db, turn, isRetry, () =>
    keepingFiles(files, (watched) =>
      inOneAct(db, (tx) => onceByKey(tx, { scope, key: idempotencyKey, body }, () => storeCase(tx, keys, watched, sending, receiptKey, now))),
    ),
  );
  if ("wait" in sent) return refuse("request.too_many", { minutes: Math.ceil(sent.wait / 60) });
  if (!sent.ok) return sent;
  return done<SentCase>({ ...sent.value, receiptKey });
}

async function storeCase(tx: Db, keys: Keys, files: FileStore, sending: Sending, receiptKey: string, now: Date) {
  const { draft, photos = [], channel, language, enteredBy, receivedAt = now } = sending;
  const receivedOn = civilDay(receivedAt);
  const subject = await resolveSubject(tx, draft, civilDay(now));
  if (!subject.ok) return subject;

  const theCase = await insertCase(tx, {
    kind: draft.kind,
    content: draft.content ?? null,
    field: draft.field ?? null,
    state: "MOI",
    subject: draft.subject,
    body: draft.body,
    language,
    submitterType: draft.submitterType,
    channel,
    place: draft.place ?? null,
    happenedOn: draft.happenedOn ?? null,
    ...subject.value,
    publishWish: draft.publishWish,
    urgent: draft.urgent || soundsUrgent(`${draft.subject}\n${draft.body}`),
    enteredById: enteredBy?.id ?? null,
    originalNumber: sending.originalNumber ?? null,
    source: sending.source ?? null,
    receiptHash: receiptHashOf(receiptKey),
    receivedAt,
    receivedOn,
    searchText: fold(`${draft.subject} ${draft.body}`),
    createdAt: now,
  });
  await storeIdentity(tx, keys, theCase.id, draft.contact, now);
  await storePhotos(tx, files, theCase.id, photos, now);
  const { answerBy } = await startCaseClocks(tx, theCase, receivedOn, now);
  const told = { code: theCase.code, answerBy };
  const receipt: MessageOf = sending.byMail
    ? { template: "case_received_by_mail", data: { ...told, ...sending.byMail } }
    : { template: "case_received", data: told };
  await tellSender(tx, keys, theCase, receipt, now);
  const data = { to: theCase.state, kind: theCase.kind, channel };
  await recordEvent(tx, enteredBy ?? "sender", { act: "case.send", subject: "case", subjectId: theCase.id, data }, now);
  return done({ code: theCase.code, answerBy });
}

/** Starts the clocks of a new case and notes what is due first. `from`: the day it counts as received. */
export async function startCaseClocks(tx: Db, theCase: CaseRow, from: CivilDay, now: Date) {
  const clocked = { id: theCase.id, kind: theCase.kind, unitId: theCase.aboutUnitId };
  const due = await turnClocks(tx, clocked, { ...transitions.send.clocks, startOn: from }, now);
  await tx.update(cases).set({ nextDueOn: due.nextDueOn }).where(eq(cases.id, theCase.id));
  // Where the answer is timed from acceptance, promise what holds even if we accept on the last day we may.
  return { answerBy: due.answerDueOn ?? (await answerDueFrom(tx, clocked, due.nextDueOn ?? from)) };
}

/** Stores a case under a fresh code. Codes are drawn, so a clash is drawn again. */
export async function insertCase(tx: Db, values: Omit<typeof cases.$inferInsert, "code">): Promise<CaseRow> {
  for (let draw = 0; draw < 8; draw++) {
    const code = newCaseCode(randomBytes(caseCodeBytes), Number(values.receivedOn.slice(0, 4)));
    const [row] = await tx
      .insert(cases)
      .values({ ...values, code })
      .onConflictDoNothing({ target: cases.code })
      .returning();
    if (row) return row;
  }
  throw new Error("Eight case codes in a row were taken");
}
