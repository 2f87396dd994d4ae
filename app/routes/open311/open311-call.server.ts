import { asAnyone } from "#app/platform/guards.server.ts";
import {
  type Open311Error,
  type Open311Format,
  open311FormatOf,
  open311Refusal,
  open311Response,
  type Open311Value,
} from "#app/platform/open311-document.server.ts";
import { pathIn } from "#app/i18n/language.ts";
import type { open311 } from "#app/i18n/locales/vi/open311.ts";
import { openToAll } from "../api/answer.server.ts";
import { type Caller, callerOf } from "../api/caller.server.ts";

/** Whoever calls GeoReport, and in which format the answer is wanted. */
export type Open311Call = Caller & { format: Open311Format };

export type ProblemCode = keyof (typeof open311)["problem"];

const statuses: Partial<Record<ProblemCode, number>> = {
  unknown_address: 404,
  unknown_jurisdiction: 404,
  unknown_service: 404,
  unknown_request: 404,
  unknown_token: 404,
  no_api_key: 403,
  not_allowed: 405,
};

/** A call from a visit and what was asked. */
export function open311Call(visit: ReturnType<typeof asAnyone>, request: Request): Open311Call {
  const caller = callerOf(visit, request);
  return { ...caller, to: (path) => pathIn(caller.lang, path), format: open311FormatOf(visit.url.pathname) };
}

/** The name in an address without its ending: `services.json` is `services`; undefined when it ends in no format. */
export const nameOf = (document: string | undefined): string | undefined => /^(.+)\.(?:json|xml)$/.exec(document ?? "")?.[1];

/** A public answer. `keep`: it changes only with a publication, so the page cache may hold it. */
export function answerOpen311(call: Open311Call, root: string, value: Open311Value, { keep = false } = {}): Response {
  const headers = { ...openToAll(call.request), ...(keep ? { "Portal-Cache": "public" } : {}) };
  return open311Response(call.format, { root, value }, { lang: call.lang, headers });
}

/** One way to say no, as an error of the specification. */
export function open311Problem(call: Open311Call, code: ProblemCode, details: Record<string, string> = {}): Open311Error {
  // The key is checked by the code's type; what fills the sentence, only the caller of this function knows.
  const fill = call.t as (key: string, details: Record<string, string>) => string;
  return { code: statuses[code] ?? 400, description: fill(`open311:problem.${code}`, details) };
}

/** The answer that says no. */
export function refuseOpen311(call: Open311Call, errors: readonly [Open311Error, ...Open311Error[]], headers: Record<string, string> = {}): Response {
  return open311Refusal(call.format, errors, { lang: call.lang, headers: { ...openToAll(call.request), ...headers } });
}

/** 405 with the methods the address takes. */
export function refuseMethod(call: Open311Call, methods: readonly string[]): Response {
  const allow = [...methods, "OPTIONS"].join(", ");
  return refuseOpen311(call, [open311Problem(call, "not_allowed", { methods: allow })], { Allow: allow });
}

/** The portal's own jurisdiction: its host's name. Nobody need send it, as there is one; another one is not found. */
export const jurisdictionOf = (call: Open311Call): string => new URL(call.portal.publicUrl).hostname;

/** The refusal of a jurisdiction that is not ours. @param typed what was sent, empty for nothing */
export function wrongJurisdiction(call: Open311Call, typed: string): Response | undefined {
  const own = jurisdictionOf(call);
  if (!typed || typed === own) return undefined;
  return refuseOpen311(call, [open311Problem(call, "unknown_jurisdiction", { own })]);
}
