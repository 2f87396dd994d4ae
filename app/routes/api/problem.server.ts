import type { Refused } from "#app/domain/outcome.ts";
import type { opendata } from "#app/i18n/locales/vi/opendata.ts";
import { refusalSentence, type RefusalCode } from "../sentences.ts";
import type { Caller } from "./caller.server.ts";
import { openToAll } from "./answer.server.ts";
import { standingOf } from "./refusal-status.ts";

export type ProblemCode = keyof (typeof opendata)["problem"];

/** One thing wrong with a body: where, the key of what, and the sentence. */
export type FieldProblem = { field: string; code: string; detail: string };

type ProblemParts = { errors?: readonly FieldProblem[]; headers?: Record<string, string> };

/** Status and sentence of every way the API itself says no. */
const statuses: Record<ProblemCode, number> = {
  unknown_address: 404,
  unknown_kind: 404,
  unknown_item: 404,
  not_allowed: 405,
  bad_limit: 400,
  bad_cursor: 400,
  bad_year: 400,
  bad_format: 400,
  too_long: 400,
  no_key: 400,
  bad_key: 400,
  bad_json: 400,
  body_too_large: 413,
  not_json: 415,
  wrong_shape: 422,
  no_receipt: 401,
  no_api_key: 401,
  not_for_you: 403,
};

/** How a sender proves to be one, and how a partner does (RFC 9110, RFC 6750). */
const askForReceipt = { "WWW-Authenticate": 'Receipt realm="case"' };
const askForKey = { "WWW-Authenticate": 'Bearer realm="partner"' };

/** What may not be done here: problem+json (RFC 9457) in the caller's language. */
export function problem(
  caller: Caller,
  code: ProblemCode,
  { details = {}, ...parts }: ProblemParts & { details?: Record<string, string> } = {},
): Response {
  // The key is checked by the code's type; what fills the sentence, only the caller of this function knows.
  const fill = caller.t as (key: string, details: Record<string, string>) => string;
  return problemResponse(caller, statuses[code], code, fill(`opendata:problem.${code}`, details), {
    ...parts,
    headers: { ...(code === "no_receipt" ? askForReceipt : {}), ...(code === "no_api_key" ? askForKey : {}), ...parts.headers },
  });
}

/** The portal said no in an act: the act's own sentence, under the status that says the same to a machine. */
export function refusalProblem(caller: Caller, refused: Refused<RefusalCode>): Response {
  const { status, field } = standingOf(refused.code);
  const detail = refusalSentence(caller.t, refused);
  const { minutes } = refused.details ?? {};
  return problemResponse(caller, status, refused.code, detail, {
    ...(field ? { errors: [{ field, code: refused.code, detail }] } : {}),
    headers: {
      ...(status === 401 ? askForReceipt : {}),
      ...(status === 429 ? { "Retry-After": String(60 * Number(minutes ?? 1)) } : {}),
    },
  });
}

/** 405 with the methods that the address takes. */
export function methodNotAllowed(caller: Caller, methods: readonly string[]): Response {
  const allow = [...methods, "OPTIONS"].join(", ");
  return problem(caller, "not_allowed", { headers: { Allow: allow }, details: { methods: allow } });
}

function problemResponse(caller: Caller, status: number, code: string, detail: string, { errors, headers = {} }: ProblemParts): Response {
  const title = caller.t(`opendata:status.s${status as 400}`);
  const body = { type: "about:blank", title, status, detail, code, ...(errors ? { errors } : {}) };
  return Response.json(body, {
    status,
    headers: {
      ...openToAll(caller.request),
      "Content-Type": "application/problem+json",
      "Content-Language": caller.lang,
      "Cache-Control": "no-store",
      Vary: "Accept-Language",
      ...headers,
    },
  });
}
