import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type PreparedUpload, sendCase } from "../feedback/index.server.ts";
import { cleanText } from "../feedback/schemas.ts";
import { bodyMaxLength, bodyMinLength, type CaseKind, contactMaxLength, subjectMaxLength, subjectMinLength } from "../feedback/vocabulary.ts";
import type { FileStore } from "../file-store.ts";
import type { Keys } from "../keys.ts";
import { queueMessage } from "../messages/index.server.ts";
import type { MailRefusal } from "../messages/vocabulary.ts";
import { done, refuse } from "../outcome.ts";
import { takeTurn } from "../rate-limit.server.ts";
import { fold, isVietnamese } from "../text.ts";
import { subjectFrom } from "./subject-from.ts";

/** A mail to the authority as a person wrote it, without what it quotes. */
export type Letter = {
  /** Its id with us: one mail is one case. */
  id: string;
  from: { name: string; address: string };
  subject: string;
  body: string;
  photos: readonly PreparedUpload[];
  /** Files that are no photos: not taken, and its sender is told how many. */
  leftOut: number;
};

const casesADay = { name: "case-by-mail", points: 5, seconds: 86_400 };
/** A mail that is not taken is answered once a day at most: whoever is named as its sender may never have written it. */
const answersADay = { name: "mail-not-taken", points: 1, seconds: 86_400 };

/**
 * Makes a case of a mail. It needs nothing but a text a case may have: what Decree 20/2008/NĐ-CP, art. 7 asks for beyond
 * (name, address, Vietnamese) intake asks the sender for, as for any case; its kind is a first guess that intake changes.
 * The sender gets the code and goes on by answering that mail; there is no key. A mail that cannot be a case is answered
 * neutrally, by what must be different. Call it in the transaction that settles the mail.
 * @returns the id of the case; null when the mail was answered instead
 */
export async function sendCaseByMail(tx: Db, keys: Keys, files: FileStore, letter: Letter, now: Date) {
  const { from } = letter;
  const body = cleanText(letter.body);
  const address = from.address.toLowerCase();
  const why = await refusalOf(tx, body, address);
  const language = isVietnamese(`${letter.subject}\n${body}`) ? "vi" : "en";
  if (why) {
    const told = (await takeTurn(tx, answersADay, address)) === 0;
    if (told) await queueMessage(tx, keys, { template: "mail_not_taken", data: { why }, address: from.address, language, caseId: null }, now);
    return done({ caseId: null });
  }

  const sent = await sendCase(
    tx,
    keys,
    files,
    {
      draft: {
        kind: kindOf(`${letter.subject}\n${body}`),
        subject: subjectOf(letter.subject, body),
        body,
        submitterType: "citizen",
        contact: { name: cleanText(from.name).slice(0, contactMaxLength) || undefined, email: from.address },
        // Nobody was asked: what the law does not publish anyway stays with its sender.
        publishWish: false,
        urgent: false,
        consent: true,
      },
      photos: letter.photos,
      channel: "email",
      language,
      idempotencyKey: `mail ${letter.id}`,
      client: null,
      byMail: { leftOut: letter.leftOut },
    },
    now,
  );
  if (!sent.ok) return sent;
  const [made] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.code, sent.value.code));
  return made ? done({ caseId: made.id }) : refuse("case.not_found");
}

async function refusalOf(tx: Db, body: string, address: string): Promise<MailRefusal | undefined> {
  if (body.length < bodyMinLength) return "too_short";
  if (body.length > bodyMaxLength) return "too_long";
  return (await takeTurn(tx, casesADay, address)) > 0 ? "too_many" : undefined;
}

const asks = /\?|\b(xin hoi|cho (toi|em|minh|chau|con|hoi)|muon hoi|hoi ve|huong dan|lam the nao|can nhung giay to|thu tuc gi)\b/;

/** A first guess: who asks gets an answer, everything else is a phản ánh, kiến nghị. */
const kindOf = (text: string): CaseKind => (asks.test(fold(text)) ? "hoi_dap" : "phan_anh_kien_nghi");

/** Without what programs put before it: “Re: Fwd: …”. */
function subjectOf(said: string, body: string): string {
  const own = cleanText(said)
    .replace(/\s+/g, " ")
    .replace(/^((re|fw|fwd|tl|tr|chuyển tiếp|trả lời)\s*(\[\d+\])?\s*:\s*)+/iu, "")
    .trim();
  return (own.length >= subjectMinLength ? own : subjectFrom(body)).slice(0, subjectMaxLength);
}
