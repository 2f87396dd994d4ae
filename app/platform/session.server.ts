import { createCookie } from "@remix-run/node";
import { endedSessionHours, sessionHours } from "#app/domain/people/vocabulary.ts";
import type { Portal } from "./portal.server.ts";

const official = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/**
 * The officials' cookie: a random token whose hash stands in `sessions`. It outlives the session, so that what is sent
 * too late can be given back to its sender; whether it opens anything only the table says.
 * @param secure set where the portal is reached by https
 */
const sessionCookie = (secure: boolean) =>
  createCookie(secure ? "__Host-ln" : "ln", { ...official, secure, maxAge: (sessionHours + endedSessionHours) * 3600 });

const cookieOf = (portal: Portal) => sessionCookie(portal.publicUrl.startsWith("https:"));

/** The token a request came with, whether or not it opens anything. */
export async function readSessionToken(portal: Portal, request: Request): Promise<string | undefined> {
  const token: unknown = await cookieOf(portal).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token.length <= 200 ? token : undefined;
}

/** The `Set-Cookie` header that hands a new token to the browser. */
export const keepSession = (portal: Portal, token: string): Promise<string> => cookieOf(portal).serialize(token);

/** The `Set-Cookie` header that takes it away. */
export const dropSession = (portal: Portal): Promise<string> => cookieOf(portal).serialize("", { maxAge: 0 });
