import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { submitByKiosk } from "#app/domain/kiosks/index.server.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { submitByOpenLink, submitWithSlip, type SubmissionOutcome } from "#app/domain/surveys/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { deviceOf } from "../device.ts";
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
  const { db, portal, client, now } = caller;
  const limited = !portal.settings.NO_RATE_LIMIT;
  const kiosk = kioskToken(args.request);
  const slip = slipIn(read.body);
  const outcome =
    kiosk !== undefined
      ? await submitByKiosk(db, portal.keys, kiosk, { ...submission, secondsTaken: secondsIn(read.body) }, { limited }, now)
      : slip !== undefined
        ? await submitWithSlip(db, portal.keys, submission, slip, limited ? client : null, now)
        : await submitByOpenLink(db, portal.keys, { ...submission, device: deviceOf(client, args.request) }, limited ? client : null, now);
  if (!outcome.ok) return refused(caller, outcome);
  if (!outcome.value.repeated) countSubmission("sheet");
  return answerPrivately({ receipt: outcome.value.receipt }, 201);
}

/** A slip lets in one answer however often it is sent; only answers without one are counted, and codes nobody has. An empty one is none. */
const slipIn = (body: unknown): string | undefined =>
  typeof body === "object" && body !== null && "slip" in body && typeof body.slip === "string" && body.slip !== "" ? body.slip : undefined;

/** A kiosk says who it is by the token it was set up with: `Authorization: Kiosk <token>`. */
const kioskToken = (request: Request): string | undefined => /^Kiosk (\S{1,200})$/i.exec(request.headers.get("Authorization") ?? "")?.[1];

/** How long somebody stood at the kiosk, in whole seconds; kept by nobody. */
function secondsIn(body: unknown): number | null {
  if (typeof body !== "object" || body === null || !("seconds" in body)) return null;
  const { seconds } = body;
  return typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0 ? seconds : null;
}

type Sent = Awaited<ReturnType<typeof submitByOpenLink | typeof submitWithSlip | typeof submitByKiosk>> | SubmissionOutcome;

function refused(caller: Caller, outcome: Exclude<Sent, { ok: true }>): Response {
  if (!("errors" in outcome)) return refusalProblem(caller, outcome);
  const issues = Object.entries(outcome.errors).flatMap(([field, codes]) => codes.map((code) => ({ field, code })));
  return problem(caller, "wrong_shape", { errors: fieldProblems(caller, issues) });
}
