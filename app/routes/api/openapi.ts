import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { openApiDocument } from "./openapi/document.server.ts";
import { methodNotAllowed } from "./problem.server.ts";
import { resourcesAt } from "./resources/index.server.ts";

const methods = ["GET", "HEAD"];

/** `GET /api/v1/openapi.json` */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method === "OPTIONS") return answerOptions(methods);
  const { publicUrl } = caller.portal;
  return answerOpenly(caller, openApiDocument(publicUrl, resourcesAt(publicUrl)));
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return methodNotAllowed(caller, methods);
}
