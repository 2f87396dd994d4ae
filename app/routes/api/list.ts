import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { streamCsv } from "#app/platform/csv.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerCsv, answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { methodNotAllowed, problem } from "./problem.server.ts";
import { readListQuery } from "./read-query.server.ts";
import { receiveCase } from "./receive-case.server.ts";
import { findResource } from "./resources/index.server.ts";

const methodsOf = (path: string | undefined) => (path === "cases" ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"]);

/** `GET /api/v1/{kind}`: a page of a list as JSON, or the whole list as CSV. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  const resource = findResource(caller.portal.publicUrl, args.params.kind);
  if (!resource) return problem(caller, "unknown_kind");
  if (args.request.method === "OPTIONS") return answerOptions(methodsOf(resource.path));

  const query = readListQuery(caller, resource);
  if (!query.ok) return query.response;
  const { filter, after, limit, csv } = query.value;
  if (csv) return answerCsv(caller, resource.path, streamCsv(resource.csvHeaders, resource.csvBatches(caller.db, filter)));
  return answerOpenly(caller, await resource.list(caller.db, filter, { after, limit }));
}

/** `POST /api/v1/cases` sends feedback; nothing else is written to a list. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  const resource = findResource(caller.portal.publicUrl, args.params.kind);
  if (!resource) return problem(caller, "unknown_kind");
  if (resource.path !== "cases" || args.request.method !== "POST") return methodNotAllowed(caller, methodsOf(resource.path));
  return receiveCase(caller);
}
