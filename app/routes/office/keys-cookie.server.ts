import { createCookie } from "@remix-run/node";
import type { Portal } from "#app/platform/portal.server.ts";

const year = 365 * 24 * 3600;
const name = "ln-keys";

/** Whether this browser's official wants one-letter keys: yes, until they are switched off. */
export const wantsKeys = async (request: Request): Promise<boolean> => (await createCookie(name).parse(request.headers.get("Cookie"))) !== "off";

/** `Set-Cookie` that remembers the choice in this browser for a year. */
export const keepKeys = ({ publicUrl }: Portal, on: boolean): Promise<string> =>
  createCookie(name, { httpOnly: true, sameSite: "lax", secure: publicUrl.startsWith("https:"), path: "/", maxAge: year }).serialize(
    on ? "on" : "off",
  );
