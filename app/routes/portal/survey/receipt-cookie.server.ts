import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { languages } from "#app/domain/content/vocabulary.ts";
import { pathIn } from "#app/i18n/language.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** What the thanks page is told: the receipt, and after a bad rating where feedback could be sent. Sealed, never in an address. */
const Kept = z.object({
  receipt: z.string(),
  until: z.number(),
  low: z.object({ unit: z.string().nullable(), procedure: z.string().nullable() }).nullable(),
});
export type KeptThanks = Omit<z.infer<typeof Kept>, "until">;

const name = "ln-sheet";
const minutes = 10;
const context = "survey-receipt-cookie";

/** `Set-Cookie` headers that hand the receipt to the thanks page of this round and to no other page. */
export async function keepThanks(portal: Portal, slug: string, thanks: KeptThanks): Promise<Headers> {
  const until = portal.now().getTime() + minutes * 60_000;
  const { sealed } = portal.keys.seal(JSON.stringify({ ...thanks, until }), context);
  const headers = new Headers();
  for (const language of languages) {
    const path = pathIn(language, `/khao-sat/${slug}/cam-on`);
    const cookie = createCookie(name, { httpOnly: true, sameSite: "lax", secure: portal.publicUrl.startsWith("https:"), maxAge: minutes * 60, path });
    headers.append("Set-Cookie", await cookie.serialize(sealed.toString("base64url")));
  }
  return headers;
}

/** What was kept, or undefined when there is nothing, it is too old, or it was not sealed by us. */
export async function readThanks(portal: Portal, request: Request): Promise<KeptThanks | undefined> {
  const value: unknown = await createCookie(name).parse(request.headers.get("Cookie"));
  if (typeof value !== "string" || value.length > 1000) return undefined;
  try {
    const kept = Kept.parse(JSON.parse(portal.keys.unseal(Buffer.from(value, "base64url"), context)));
    return kept.until > portal.now().getTime() ? kept : undefined;
  } catch {
    // Changed on the way, sealed with another key, or made up: as good as none.
    return undefined;
  }
}
