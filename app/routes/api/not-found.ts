import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { callerOf } from "./caller.server.ts";
import { problem } from "./problem.server.ts";

/** Addresses under /api that nothing answers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return problem(caller, "unknown_address");
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  return problem(caller, "unknown_address");
}
