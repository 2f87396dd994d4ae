import type { LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerPrivately } from "./answer.server.ts";

/** The process lives and answers. It asks nobody else, so that an outage of the database restarts no node. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  asAnyone(args);
  return answerPrivately({ status: "ok" });
}
