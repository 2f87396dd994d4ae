import { prepareUploads } from "#app/domain/feedback/index.server.ts";
import { findApiKey, sendPartnerCase, type SentPartnerCase } from "#app/domain/partners/index.server.ts";
import type { Refused } from "#app/domain/outcome.ts";
import { formatDay } from "#app/i18n/format.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { open311Response } from "#app/platform/open311-document.server.ts";
import { refusalSentence, type RefusalCode } from "../sentences.ts";
import { type Open311Call, open311Problem, type ProblemCode, refuseOpen311, wrongJurisdiction } from "./open311-call.server.ts";
import { readRequestForm } from "./read-request-form.server.ts";
import { findService } from "./service-codes.ts";
import { toDraft } from "./to-draft.server.ts";

/**
 * `POST /open311/v2/requests.{json,xml}`: a partner sends a request for somebody, by the same act as the web form. What is
 * sent again with the same `Idempotency-Key`, or without one the same content on the same day, is not stored twice.
 */
export async function receiveRequest(call: Open311Call): Promise<Response> {
  const { db, portal, lang, today, now, request } = call;
  const no = (code: ProblemCode, details?: Record<string, string>) => refuseOpen311(call, [open311Problem(call, code, details)]);
  const form = await readRequestForm(call);
  if ("problem" in form) return no(form.problem);

  const elsewhere = wrongJurisdiction(call, form.text("jurisdiction_id"));
  if (elsewhere) return elsewhere;
  const key = await findApiKey(db, form.text("api_key"), "open311_send", today);
  if (!key) return no("no_api_key");
  if (!form.text("service_code")) return no("missing", { name: "service_code" });
  const service = findService(form.text("service_code"));
  if (!service) return no("unknown_service");
  const retry = request.headers.get("Idempotency-Key")?.trim();
  if (retry && !/^[\x20-\x7E]{8,200}$/.test(retry)) return no("bad_idempotency_key");

  const read = toDraft(call, service, form);
  if (!read.ok) return refuseOpen311(call, read.errors);
  const files = await Promise.all(form.photos.map(async (photo) => ({ content: Buffer.from(await photo.arrayBuffer()), fileName: photo.name })));
  const photos = await prepareUploads(files);
  if (!photos.ok) return refused(call, photos);

  const idempotencyKey = retry ? `open311 ${retry}` : `open311 ${today} ${form.fingerprint}`;
  const sending = { draft: read.draft, photos: photos.value, language: lang, idempotencyKey };
  const sent = await sendPartnerCase(db, portal.keys, portal.files, key, sending, { limited: !portal.settings.NO_RATE_LIMIT, now });
  if (!sent.ok) return refused(call, sent);
  if (!sent.value.repeated) countSubmission("case");
  return accepted(call, sent.value, { mediaUrl: form.text("media_url") !== "" });
}

/** The number of the request; or, for who prefers not to wait (RFC 7240), a token to ask the number with. */
function accepted(call: Open311Call, { code, receiptKey, answerBy, token }: SentPartnerCase, sent: { mediaUrl: boolean }): Response {
  const { t, lang, request, portal, to } = call;
  const notes = [
    t("open311:notice.sent", { code, receiptKey, url: portal.publicUrl + to("/phan-anh/tra-cuu") }),
    answerBy && t("open311:notice.answerBy", { day: formatDay(lang, answerBy) }),
    sent.mediaUrl && t("open311:notice.mediaUrl"),
  ];
  const waits = !/(^|[,\s])respond-async\s*(,|;|$)/i.test(request.headers.get("Prefer") ?? "");
  const answer = { ...(waits ? { service_request_id: code } : { token }), service_notice: notes.filter(Boolean).join(" "), account_id: null };
  const headers = { "Cache-Control": "no-store", ...(waits ? {} : { "Preference-Applied": "respond-async" }) };
  return open311Response(call.format, { root: "service_requests", value: [answer] }, { lang, headers });
}

/** The act said no: 429 for too many, 400 for all else, as the specification knows no other. */
function refused(call: Open311Call, outcome: Refused<RefusalCode>): Response {
  const { minutes } = outcome.details ?? {};
  const tooMany = outcome.code === "api_key.too_many";
  const error = { code: tooMany ? 429 : 400, description: refusalSentence(call.t, outcome) };
  return refuseOpen311(call, [error], tooMany ? { "Retry-After": String(60 * Number(minutes ?? 1)) } : {});
}
