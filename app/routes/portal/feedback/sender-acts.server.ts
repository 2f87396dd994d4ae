import {
  addSupplement,
  appealAnswer,
  prepareUploads,
  rateAnswer,
  reopenCase,
  withdrawCase,
  writeAsSender,
} from "#app/domain/feedback/index.server.ts";
import { Rating } from "#app/domain/feedback/schemas.ts";
import { senderActs, type SenderAct } from "#app/domain/feedback/vocabulary.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { fieldSentence, refusalSentence } from "../../sentences.ts";
import { contentsOf } from "./read-case-form.server.ts";

export type SenderFormTexts = { body?: string; stars?: string; comment?: string; reason?: string; newFacts?: string };
type Receipt = { code: string; receiptKey: string };

export const senderActNamed = (text: string | undefined): SenderAct | undefined => senderActs.find((act) => act === text);

/** Does what the sender asked for. `error` is the sentence when the portal says no; the status says which kind of no. */
export async function doAsSender(
  { db, portal, t, now }: Visit,
  receipt: Receipt,
  act: SenderAct,
  texts: SenderFormTexts,
  photos: readonly File[],
): Promise<{ ok: true } | { ok: false; status: 409 | 422; error: string }> {
  if (act === "rate") {
    const rating = Rating.safeParse({ stars: texts.stars ?? "", comment: texts.comment });
    if (!rating.success) return { ok: false, status: 422, error: fieldSentence(t, rating.error.issues[0]?.message ?? "required") };
    return told(await rateAnswer(db, receipt, rating.data, now));
  }
  switch (act) {
    case "write":
      return told(await writeAsSender(db, receipt, { body: texts.body ?? "" }, now));
    case "supplement": {
      const prepared = await prepareUploads(await contentsOf(photos));
      if (!prepared.ok) return told(prepared);
      return told(await addSupplement(db, portal.files, receipt, { body: texts.body ?? "", photos: prepared.value }, now));
    }
    case "reopen":
      return told(await reopenCase(db, portal.keys, receipt, { reason: texts.reason ?? "", newFacts: texts.newFacts === "on" }, now));
    case "appeal":
      return told(await appealAnswer(db, portal.keys, receipt, { reason: texts.reason ?? "" }, now));
    case "withdraw":
      return told(await withdrawCase(db, portal.keys, receipt, now));
  }

  function told(outcome: { ok: true } | Parameters<typeof refusalSentence>[1]) {
    return outcome.ok ? ({ ok: true } as const) : ({ ok: false, status: 409, error: refusalSentence(t, outcome) } as const);
  }
}
