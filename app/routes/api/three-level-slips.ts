import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { threeLevelFigures } from "#app/domain/service-quality/index.server.ts";
import { streamCsv } from "#app/platform/csv.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerCsv, answerOpenly, answerOptions } from "./answer.server.ts";
import { callerOf } from "./caller.server.ts";
import { methodNotAllowed } from "./problem.server.ts";
import { readFormat } from "./read-query.server.ts";

const methods = ["GET", "HEAD"];
const levels = ["dissatisfied", "satisfied", "very_satisfied"] as const;
const headers = ["authority", "unit", "quarter", "level", "metric", "version", "value", "n", "low", "high", "suppressed"] as const;

/** `GET /api/v1/three-level-slips`: the shares that the page shows, one figure for each level of a unit and quarter. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (args.request.method === "OPTIONS") return answerOptions(methods);
  const format = readFormat(caller);
  if (!format.ok) return format.response;
  const all = await threeLevelFigures(caller.db, caller.today);
  const items = all.flatMap(({ authority, lines }) =>
    lines.flatMap(({ unit, quarter, figures }) =>
      figures.map(({ metric, version, value, n, low, high, suppressed }, at) => {
        const place = { authority: authority.slug, unit: unit?.slug ?? null, quarter, level: levels[at] ?? levels[0] };
        return { ...place, metric, version, value, n, low, high, suppressed };
      }),
    ),
  );
  // Slips come in all the time; nothing is published then that could drop a kept answer.
  if (format.value === "json")
    return answerOpenly(caller, { url: `${caller.portal.publicUrl}/chat-luong-phuc-vu/phieu-ba-muc`, items }, { keep: false });
  return answerCsv(caller, "three-level-slips", streamCsv([...headers], rows()));

  async function* rows() {
    yield items.map((item) => headers.map((header) => item[header]));
  }
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return methodNotAllowed(caller, methods);
}
