import { sendCase } from "#app/domain/feedback/index.server.ts";
import { isCivilDay, startOfCivilDay } from "#app/domain/calendar/civil-day.ts";
import { cleanText } from "#app/domain/feedback/schemas.ts";
import { channels, type Channel, originalNumberMaxLength } from "#app/domain/feedback/vocabulary.ts";
import type { Official } from "#app/domain/people/official.ts";
import { findProcedureInForce } from "#app/domain/procedures/index.server.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { checkCaseForm, readCaseForm, type CaseFormTexts } from "../../portal/feedback/read-case-form.server.ts";
import { sendKeyOf } from "../../portal/feedback/case-steps.server.ts";
import { fieldSentence, refusalSentence, type FieldErrors } from "../../sentences.ts";
import { entryChannels } from "./entry-channels.ts";

type Entered =
  | { ok: true; receipt: { code: string; receiptKey: string; answerBy: string | null } }
  | { ok: false; status: 409 | 422; typed: CaseFormTexts; errors: FieldErrors; refusal: string | null };

/** Channels where the person can hear it read back (Decree 20/2008/NĐ-CP, art. 7: written down faithfully). */
const spoken: readonly Channel[] = ["phone", "desk"];

/** Stores what somebody said or wrote, in their name and on the official's word; they get the receipt. */
export async function enterCase(visit: Visit & { official: Official }, request: Request): Promise<Entered> {
  const { db, portal, t, now, today, official } = visit;
  const { texts } = await readCaseForm(request);
  const channel = channels.find((one) => one === texts.channel && entryChannels.includes(one));
  const procedure = texts.procedure?.trim() ? await findProcedureInForce(db, { code: texts.procedure.trim() }, today) : undefined;
  const checked = checkCaseForm({ ...texts, procedure: procedure?.slug ?? "" }, { consentAsked: true });

  const errors: FieldErrors = {};
  for (const [name, keys] of Object.entries(checked.ok ? {} : (checked.result.error ?? {}))) {
    if (keys?.[0]) errors[name] = fieldSentence(t, keys[0]);
  }
  if (!channel) errors.channel = fieldSentence(t, "not_in_list");
  if (channel && spoken.includes(channel) && texts.readBack !== "on") errors.readBack = t("casework:enter.readBackMissing");
  const received = readReceived(texts);
  if (!received.ok) errors[received.field] = received.field === "receivedOn" ? fieldSentence(t, "not_a_date") : fieldSentence(t, "not_right");
  if (!texts.receivedOn?.trim() && texts.receivedAt?.trim()) errors.receivedOn = t("intake:enter.dayMissing");
  const originalNumber = cleanText(texts.originalNumber ?? "").replace(/\s+/g, " ");
  if (originalNumber.length > originalNumberMaxLength) errors.originalNumber = fieldSentence(t, "too_long");
  if (texts.procedure?.trim() && !procedure) errors.procedure = refusalSentence(t, { ok: false, code: "case.unknown_procedure" });
  if (!checked.ok || !channel || !received.ok || Object.keys(errors).length > 0)
    return { ok: false, status: 422, typed: texts, errors, refusal: null };

  const sent = await sendCase(
    db,
    portal.keys,
    portal.files,
    {
      draft: checked.draft,
      channel,
      language: texts.language === "en" ? "en" : "vi",
      idempotencyKey: sendKeyOf(texts),
      client: null,
      enteredBy: official,
      receivedAt: received.at,
      originalNumber: originalNumber || undefined,
    },
    now,
  );
  if (!sent.ok && (sent.code === "case.received_in_future" || sent.code === "case.received_too_long_ago")) {
    return { ok: false, status: 422, typed: texts, errors: { receivedOn: refusalSentence(t, sent) }, refusal: null };
  }
  if (!sent.ok) return { ok: false, status: 409, typed: texts, errors: {}, refusal: refusalSentence(t, sent) };
  return { ok: true, receipt: sent.value };
}

/** When it was received, as typed: a day with or without an hour; neither means now. A day alone is its beginning. */
function readReceived(texts: CaseFormTexts): { ok: true; at: Date | undefined } | { ok: false; field: "receivedOn" | "receivedAt" } {
  const [day, hour] = [texts.receivedOn?.trim() ?? "", texts.receivedAt?.trim() ?? ""];
  if (!day) return { ok: true, at: undefined };
  if (!isCivilDay(day)) return { ok: false, field: "receivedOn" };
  const said = /^([01]\d|2[0-3]):([0-5]\d)/.exec(hour || "00:00");
  if (!said) return { ok: false, field: "receivedAt" };
  return { ok: true, at: new Date(startOfCivilDay(day).getTime() + (Number(said[1]) * 60 + Number(said[2])) * 60_000) };
}
