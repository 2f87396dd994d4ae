import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findRoundForm } from "#app/domain/surveys/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { methodNotAllowed, problem } from "./problem.server.ts";
import { findResource } from "./resources/index.server.ts";

const methods = ["GET", "HEAD"];

/** `GET /api/v1/{kind}/{slug or code}`; a round carries its whole questionnaire. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  const resource = findResource(caller.portal.publicUrl, args.params.kind);
  if (!resource) return problem(caller, "unknown_kind");
  if (args.request.method === "OPTIONS") return answerOptions(methods);

  const item = await resource.find(caller.db, args.params.slug ?? "", caller.today);
  if (!item) return problem(caller, "unknown_item");
  if (resource.path !== "rounds") return answerOpenly(caller, item);

  const form = await findRoundForm(caller.db, item.slug, caller.today);
  if (!form) return problem(caller, "unknown_item");
  return answerOpenly(caller, { ...item, takesAnswers: form.takesAnswers, questionnaire: form.questionnaire });
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  const known = findResource(caller.portal.publicUrl, args.params.kind);
  return known ? methodNotAllowed(caller, methods) : problem(caller, "unknown_kind");
}
