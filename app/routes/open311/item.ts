import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { parseCaseCode } from "#app/domain/codes.ts";
import { findCodeByToken } from "#app/domain/partners/index.server.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOptions } from "../api/answer.server.ts";
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
import { findService } from "./service-codes.ts";
import { toDefinition } from "./service-document.server.ts";
import { toRequest } from "./to-request.ts";

const methods = ["GET", "HEAD"];

const items: Record<string, (call: Open311Call, name: string) => Promise<Response>> = {
  services: async (call, code) => {
    const service = findService(code);
    if (!service) return refuseOpen311(call, [open311Problem(call, "unknown_service")]);
    return answerOpen311(call, "service_definition", await toDefinition(call, service), { keep: true });
  },
  requests: async (call, id) => {
    const code = parseCaseCode(id);
    const copy = code ? await findPublic(call.db, "case", code) : undefined;
    const request = copy && toRequest(call, { content: copy.content, updatedAt: copy.publishedAt });
    if (!request) return refuseOpen311(call, [open311Problem(call, "unknown_request")]);
    return answerOpen311(call, "service_requests", [request], { keep: true });
  },
  tokens: async (call, token) => {
    const code = await findCodeByToken(call.db, token);
    if (!code) return refuseOpen311(call, [open311Problem(call, "unknown_token")]);
    return answerOpen311(call, "service_requests", [{ service_request_id: code, token }]);
  },
};

/** `GET /open311/v2/{services/{code},requests/{id},tokens/{token}}.{json,xml}` */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  const { resource = "", document } = args.params;
  const name = nameOf(document);
  const find = Object.hasOwn(items, resource) ? items[resource] : undefined;
  if (!find || !name) return refuseOpen311(call, [open311Problem(call, "unknown_address")]);
  if (args.request.method === "OPTIONS") return answerOptions(methods);
  return wrongJurisdiction(call, call.url.searchParams.get("jurisdiction_id") ?? "") ?? find(call, name);
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const call = open311Call(asAnyone(args), args.request);
  const known = Object.hasOwn(items, args.params.resource ?? "") && nameOf(args.params.document);
  return known ? refuseMethod(call, methods) : refuseOpen311(call, [open311Problem(call, "unknown_address")]);
}
