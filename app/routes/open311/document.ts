import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOptions } from "../api/answer.server.ts";
import { discovery } from "./discovery.server.ts";
import {
  answerOpen311,
  nameOf,
  type Open311Call,
  open311Call,
  open311Problem,
  refuseMethod,
  refuseOpen311,
  wrongJurisdiction,
} from "./open311-call.server.ts";
import { listRequests } from "./list-requests.server.ts";
import { receiveRequest } from "./receive-request.server.ts";
import { toService } from "./service-document.server.ts";
import { services } from "./service-codes.ts";

const reading = ["GET", "HEAD"];

const documents: Record<string, { methods: string[]; answer: (call: Open311Call) => Response | Promise<Response> }> = {
  discovery: { methods: reading, answer: (call) => answerOpen311(call, "discovery", discovery(call), { keep: true }) },
  services: {
    methods: reading,
    answer: (call) =>
      answerOpen311(
        call,
        "services",
        services.map((service) => toService(call, service)),
        { keep: true },
      ),
  },
  requests: { methods: [...reading, "POST"], answer: listRequests },
};

const named = (document: string | undefined) => {
  const name = nameOf(document);
  return name && Object.hasOwn(documents, name) ? documents[name] : undefined;
};

/** `GET /open311/v2/{discovery,services,requests}.{json,xml}` */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  const found = named(args.params.document);
  if (!found) return refuseOpen311(call, [open311Problem(call, "unknown_address")]);
  if (args.request.method === "OPTIONS") return answerOptions(found.methods);
  return wrongJurisdiction(call, call.url.searchParams.get("jurisdiction_id") ?? "") ?? found.answer(call);
}

/** `POST /open311/v2/requests.{json,xml}`; nothing else takes anything. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  const found = named(args.params.document);
  if (!found) return refuseOpen311(call, [open311Problem(call, "unknown_address")]);
  if (!found.methods.includes(args.request.method)) return refuseMethod(call, found.methods);
  return receiveRequest(call);
}
