import { createCookie } from "@remix-run/node";
import type { Portal } from "#app/platform/portal.server.ts";

const year = 365 * 86_400;

const cookieOf = (portal: Portal) =>
  createCookie("ln-kiosk", { httpOnly: true, sameSite: "lax", secure: portal.publicUrl.startsWith("https:"), maxAge: year, path: "/" });

/** The token of the kiosk that this device is; no script can read it from here. */
export async function readKioskToken(portal: Portal, request: Request): Promise<string | undefined> {
  const token: unknown = await cookieOf(portal).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token.length <= 200 ? token : undefined;
}

/** The `Set-Cookie` header that makes a device a kiosk. */
export const keepKioskToken = (portal: Portal, token: string): Promise<string> => cookieOf(portal).serialize(token);
