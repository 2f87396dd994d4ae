import { takeTurn } from "#app/domain/rate-limit.server.ts";
import { type RoundForm, secondsSince, submitByOpenLink, submitSheet } from "#app/domain/surveys/index.server.ts";
import { refuse } from "#app/domain/outcome.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { deviceOf } from "../../device.ts";
import type { readSurveyForm } from "./read-survey-form.ts";

/** What looks like a program may still send, only less: a password manager fills in hidden fields too. */
const suspectLimit = { name: "survey-suspect", points: 3, seconds: 3600 };

/** Hands a posted form to the domain: on the open link, or with the code of a slip. */
export async function takeSheet(
  visit: Visit,
  request: Request,
  form: RoundForm,
  posted: Awaited<ReturnType<typeof readSurveyForm>>,
  key: string,
  slip: string | null,
) {
  const { db, portal, lang, now, client } = visit;
  if (posted.isSuspect && !portal.settings.NO_RATE_LIMIT) {
    portal.log.info("a survey form may have been filled in by a program");
    const wait = await takeTurn(db, suspectLimit, client);
    if (wait > 0) return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
  }
  const { slug } = form.round;
  const secondsTaken = secondsSince(portal.keys, slug, posted.typed.started?.[0], now);
  const about = { round: slug, idempotencyKey: key, language: lang, mustNameUnit: true, secondsTaken };
  const sent =
    slip === null
      ? await submitByOpenLink(
          db,
          portal.keys,
          { ...about, sheet: posted.sheet, mode: "open_link", device: deviceOf(client, request) },
          portal.settings.NO_RATE_LIMIT ? null : client,
          now,
        )
      : await submitSheet(db, portal.keys, { ...about, sheet: { ...posted.sheet, unit: null, procedure: null, slip }, mode: "desk_slip" }, now);
  if (sent.ok && !sent.value.repeated) countSubmission("sheet");
  return sent;
}
