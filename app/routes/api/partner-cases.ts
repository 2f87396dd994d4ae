import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findApiKey, isPartnerCursor, listPartnerCases } from "#app/domain/partners/index.server.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { answerOptions, answerPrivately } from "./answer.server.ts";
import { type Caller, callerOf } from "./caller.server.ts";
import { methodNotAllowed, problem } from "./problem.server.ts";
import { readPage } from "./read-query.server.ts";

const methods = ["GET", "HEAD"];

/** `GET /api/v1/partner/cases`: where the cases stand that a partner sent, told to who holds its key. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const caller = callerOf(asAnyone(args), args.request);
  if (caller.request.method === "OPTIONS") return answerOptions(methods, { isOpen: false });
  const key = await findApiKey(caller.db, readApiKey(caller), "open311_send", caller.today);
  if (!key) return problem(caller, "no_api_key");
  const page = readPage(caller, isPartnerCursor);
  if (!page.ok) return page.response;

  const { items, next } = await listPartnerCases(caller.db, key, page.value);
  const { publicUrl } = caller.portal;
  const told = items.map(({ published, ...item }) => ({ ...item, url: published ? `${publicUrl}/phan-anh/${item.code}` : null }));
  return answerPrivately({ items: told, next });
}

export function action(args: ActionFunctionArgs): Response {
  return methodNotAllowed(callerOf(asAnyone(args), args.request), methods);
}

/** `Authorization: Bearer <key>`. In an address a key would be kept by logs and browsers, so it is read from nowhere else. */
const readApiKey = ({ request }: Caller): string => /^bearer +(\S{1,200})$/i.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
