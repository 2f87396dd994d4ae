import { sendCase } from "#app/domain/feedback/index.server.ts";
import { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { answerPrivately } from "./answer.server.ts";
import type { Caller } from "./caller.server.ts";
import { fieldProblems, issuesOf } from "./field-problems.ts";
import { problem, refusalProblem } from "./problem.server.ts";
import { readIdempotencyKey, readJson } from "./read-json.server.ts";

/** `POST /api/v1/cases`: takes feedback in, once per key, and answers after it is stored. */
export async function receiveCase(caller: Caller): Promise<Response> {
  const { db, portal, lang, client, now } = caller;
  const key = readIdempotencyKey(caller);
  if (!key.ok) return key.response;
  const read = await readJson(caller);
  if (!read.ok) return read.response;
  const draft = CaseDraft.safeParse(toDraft(read.body));
  if (!draft.success) return problem(caller, "wrong_shape", { errors: fieldProblems(caller, issuesOf(draft.error)) });

  const limited = portal.settings.NO_RATE_LIMIT ? null : client;
  const sending = { draft: draft.data, channel: "api", language: lang, idempotencyKey: `api ${key.key}`, client: limited } as const;
  const sent = await sendCase(db, portal.keys, portal.files, sending, now);
  if (!sent.ok) return refusalProblem(caller, sent);
  const { code, receiptKey, answerBy, repeated } = sent.value;
  if (!repeated) countSubmission("case");
  return answerPrivately({ code, receiptKey, answerBy }, 201);
}

/**
 * The draft a program means. JSON says “nothing” as null, a draft by a field that is not there. And by calling, the
 * program says that the sender agreed to the use of what is sent, as the documentation asks of it: the form's ticked
 * box need not be sent, but `consent: false` is refused.
 */
function toDraft(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return { consent: true, ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) };
}
