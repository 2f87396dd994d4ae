import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { methodNotAllowed } from "./problem.server.ts";

const methods = ["GET", "HEAD"];

/** `GET /api/v1/questionnaire.schema.json`: the shape of a questionnaire as JSON Schema, for who writes one by hand. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method === "OPTIONS") return answerOptions(methods);
  return answerOpenly(caller, z.toJSONSchema(Questionnaire, { io: "input" }));
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  return methodNotAllowed(callerOf(asAnyone(args), args.request), methods);
}
