import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findCaseByReceipt, type SenderCase, writeAsSender } from "#app/domain/feedback/index.server.ts";
import { Message } from "#app/domain/feedback/schemas.ts";
import { refuse } from "#app/domain/outcome.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOptions, answerPrivately } from "./answer.server.ts";
import { type Caller, callerOf } from "./caller.server.ts";
import { fieldProblems, issuesOf } from "./field-problems.ts";
import { methodNotAllowed, problem, refusalProblem } from "./problem.server.ts";
import { readIdempotencyKey, readJson } from "./read-json.server.ts";

const methods = ["GET", "HEAD", "POST"];

/** `GET /api/v1/cases/{code}/thread`: where a case stands, told to who holds its receipt. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method === "OPTIONS") return answerOptions(methods, { isOpen: false });
  const receiptKey = readReceiptKey(caller);
  if (!receiptKey) return problem(caller, "no_receipt");
  const found = await findCaseByReceipt(caller.db, args.params.code ?? "", receiptKey, caller.today);
  return found ? answerPrivately(toThread(found)) : refusalProblem(caller, refuse("case.receipt_wrong"));
}

/** `POST /api/v1/cases/{code}/thread`: the sender writes, once per key. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method !== "POST") return methodNotAllowed(caller, methods);
  const receiptKey = readReceiptKey(caller);
  if (!receiptKey) return problem(caller, "no_receipt");
  const key = readIdempotencyKey(caller);
  if (!key.ok) return key.response;
  const read = await readJson(caller);
  if (!read.ok) return read.response;
  const message = Message.safeParse(read.body);
  if (!message.success) return problem(caller, "wrong_shape", { errors: fieldProblems(caller, issuesOf(message.error)) });

  const what = { ...message.data, idempotencyKey: `api ${key.key}` };
  const written = await writeAsSender(caller.db, { code: args.params.code ?? "", receiptKey }, what, caller.now);
  return written.ok ? answerPrivately({ state: written.value.state }, 201) : refusalProblem(caller, written);
}

/** `Authorization: Receipt <key>`. */
function readReceiptKey({ request }: Caller): string | undefined {
  return /^receipt +(\S.{0,99})$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
}

function toThread(theCase: SenderCase) {
  const { code, kind, state, subject, receivedOn, refusalReason, refusalText, withholdReason, supplementRequest, externalBody, published, may } =
    theCase;
  return {
    code,
    kind,
    state,
    subject,
    receivedOn,
    unit: theCase.unit && { slug: theCase.unit.slug, name: { vi: theCase.unit.nameVi, en: theCase.unit.nameEn } },
    published,
    /** What the sender may do now. */
    may,
    refusal: refusalReason && { reason: refusalReason, text: refusalText },
    withholdReason,
    supplementRequest,
    externalBody,
    parts: theCase.parts,
    timeline: theCase.timeline.map(({ step, on }) => ({ step, on })),
    deadlines: theCase.clocks.map(({ step, state: clock, startedOn, dueOn, originalDueOn, stoppedOn, outcome, overdue, rule, calendarVersion }) => ({
      step,
      state: clock,
      startedOn,
      dueOn,
      originalDueOn,
      stoppedOn,
      outcome,
      overdue,
      rule: { code: rule.code, version: rule.version, amount: rule.amount, count: rule.count, basis: rule.basis },
      calendarVersion,
    })),
    messages: theCase.thread.map(({ side, body, at }) => ({ side, body, at })),
    answers: theCase.answers.map(({ body, conclusion, legalBasis, answeredOn }) => ({ body, conclusion, legalBasis, answeredOn })),
  };
}
