import { createHash, timingSafeEqual } from "node:crypto";
import { data, type ActionFunctionArgs } from "@remix-run/node";
import { receiveMail } from "#app/mail/receive.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";

/** A mail with its attachments, in bytes; mail servers rarely pass on more. */
const largestMail = 40 * 1024 * 1024;

/**
 * Where a mail gateway hands mail over as it came (`message/rfc822`), with `Authorization: Bearer <MAIL_GATE_TOKEN>`;
 * `?recipient=` is the address it took the mail for. Shut without a token in the settings. 200: taken, also a second
 * time; 5xx: try again.
 */
export async function action(args: ActionFunctionArgs) {
  const { portal, url } = asAnyone(args);
  const token = portal.settings.MAIL_GATE_TOKEN;
  if (!token) throw notFound();
  const shown = /^Bearer (\S+)$/.exec(args.request.headers.get("Authorization") ?? "")?.[1];
  if (!shown || !timingSafeEqual(digest(shown), digest(token))) return data(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  if (args.request.method !== "POST") return data(null, { status: 405, headers: { Allow: "POST" } });

  const raw = Buffer.from(await args.request.arrayBuffer());
  if (raw.length === 0) return data(null, { status: 400 });
  if (raw.length > largestMail) return data(null, { status: 413 });
  const { kind, again } = await receiveMail(portal, raw, url.searchParams.get("recipient")?.slice(0, 320));
  return data({ kind, again }, { headers: { "Cache-Control": "no-store" } });
}

const digest = (text: string) => createHash("sha256").update(text).digest();
