import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { submitSheet, type SubmissionOutcome } from "#app/domain/surveys/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { answerOptions, answerPrivately } from "./answer.server.ts";
import { type Caller, callerOf } from "./caller.server.ts";
import { fieldProblems } from "./field-problems.ts";
import { methodNotAllowed, problem, refusalProblem } from "./problem.server.ts";
import { readIdempotencyKey, readJson } from "./read-json.server.ts";

const methods = ["POST"];

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return args.request.method === "OPTIONS" ? answerOptions(methods) : methodNotAllowed(caller, methods);
}

/** `POST /api/v1/rounds/{slug}/answers`: one answer sheet. Acknowledged after it is stored, and once per key. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method !== "POST") return methodNotAllowed(caller, methods);
  const round = await findPublic(caller.db, "round", args.params.slug ?? "");
  if (!round) return problem(caller, "unknown_item");
  const key = readIdempotencyKey(caller);
  if (!key.ok) return key.response;
  const read = await readJson(caller);
  if (!read.ok) return read.response;

  const submission = { round: round.slug, sheet: read.body, mode: "open_link", idempotencyKey: `api ${key.key}`, language: caller.lang } as const;
  const outcome = await submitSheet(caller.db, caller.portal.keys, submission, caller.now);
  if (!outcome.ok) return refused(caller, outcome);
  if (!outcome.value.repeated) countSubmission("sheet");
  return answerPrivately({ receipt: outcome.value.receipt }, 201);
}

function refused(caller: Caller, outcome: Exclude<SubmissionOutcome, { ok: true }>): Response {
  if (!("errors" in outcome)) return refusalProblem(caller, outcome);
  const issues = Object.entries(outcome.errors).flatMap(([field, codes]) => codes.map((code) => ({ field, code })));
  return problem(caller, "wrong_shape", { errors: fieldProblems(caller, issues) });
}
