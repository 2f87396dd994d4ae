import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { resultsForPublication } from "#app/domain/surveys/index.server.ts";
import { streamCsv } from "#app/platform/csv.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerCsv, answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { figureColumns } from "./figure-columns.ts";
import { methodNotAllowed, problem } from "./problem.server.ts";
import { readFormat } from "./read-query.server.ts";

const methods = ["GET", "HEAD"];

/** `GET /api/v1/rounds/{slug}/results`: the figures that the round's page shows, each with metric, version, n and interval. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method === "OPTIONS") return answerOptions(methods);
  const format = readFormat(caller);
  if (!format.ok) return format.response;

  const slug = args.params.slug ?? "";
  const copy = await findPublic(caller.db, "round", slug);
  const results = copy && (await resultsForPublication(caller.db, copy.slug));
  if (!results) return problem(caller, "unknown_item");

  const body = { ...results, url: `${caller.portal.publicUrl}/hai-long/${slug}` };
  // While a round takes answers its figures move with each of them; nothing is published then that could drop a kept page.
  if (format.value === "json") return answerOpenly(caller, body, { keep: results.state !== "open" });
  return answerCsv(
    caller,
    `results-${slug}`,
    streamCsv(
      figureColumns.map(([header]) => header),
      rows(),
    ),
  );

  async function* rows() {
    yield body.figures.map((figure) => figureColumns.map(([, cell]) => cell(body, figure)));
  }
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return methodNotAllowed(caller, methods);
}
