import { createCookie } from "@remix-run/node";

/** Name of the officials' cookie: the random token whose hash stands in `sessions`. */
const official = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** @param secure set where the portal is reached by https */
export const sessionCookie = (secure: boolean) => createCookie(secure ? "__Host-ln" : "ln", { ...official, secure, maxAge: 12 * 60 * 60 });
