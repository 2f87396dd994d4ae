import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readiness } from "#app/platform/readiness.server.ts";
import { answerPrivately } from "./answer.server.ts";

/** Whether this node should get visitors: the database answers in time and has the schema this code needs. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { db } = asAnyone(args);
  const state = await readiness(db);
  return answerPrivately({ status: state }, state === "ready" ? 200 : 503);
}
