import { timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readMetrics } from "#app/platform/metrics.server.ts";
import { callerOf } from "./caller.server.ts";
import { problem } from "./problem.server.ts";

/** Prometheus text, for this machine and for who holds METRICS_TOKEN. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  const token = caller.portal.settings.METRICS_TOKEN;
  if (!args.context.loopback && !(token && holds(args.request, token))) return problem(caller, "not_for_you");
  const text = await readMetrics();
  return new Response(text, { headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" } });
}

function holds(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get("Authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
