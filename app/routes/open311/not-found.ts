import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { open311Call, open311Problem, refuseOpen311 } from "./open311-call.server.ts";

/** Addresses under /open311 that nothing answers. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  return refuseOpen311(call, [open311Problem(call, "unknown_address")]);
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  return refuseOpen311(call, [open311Problem(call, "unknown_address")]);
}
