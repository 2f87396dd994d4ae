import { createCookie } from "@remix-run/node";
import { z } from "zod";
import type { Portal } from "#app/platform/portal.server.ts";
import { pathIn } from "#app/i18n/language.ts";
import { languages } from "#app/domain/content/vocabulary.ts";

/** What a browser holds of a case for a short while. The key opens the case, so it is sealed and out of scripts' reach. */
const Kept = z.object({ code: z.string(), receiptKey: z.string(), answerBy: z.string().nullish(), until: z.number() });
export type KeptReceipt = { code: string; receiptKey: string; answerBy?: string | null | undefined };

/**
 * Three cookies, each sent where it is needed only: `sent` shows the receipt after sending, `open` keeps a sender in while
 * following the case, `entered` shows an official the receipt to hand over. None is ever in an address, a log or a Referer.
 */
const purposes = {
  sent: { name: "ln-sent", path: "/phan-anh/da-gui", minutes: 15 },
  open: { name: "ln-case", path: "/phan-anh/tra-cuu", minutes: 30 },
  // One step up: the office also asks for /can-bo/ho-so/nhap.data, which is not below /can-bo/ho-so/nhap.
  entered: { name: "ln-entered", path: "/can-bo/ho-so", minutes: 15 },
} as const;
export type ReceiptPurpose = keyof typeof purposes;

/** The receipt a request came with; undefined when there is none, it is too old, or it was not sealed by us. */
export async function readReceipt(portal: Portal, request: Request, purpose: ReceiptPurpose): Promise<KeptReceipt | undefined> {
  const value: unknown = await createCookie(purposes[purpose].name).parse(request.headers.get("Cookie"));
  if (typeof value !== "string" || value.length > 1000) return undefined;
  try {
    const kept = Kept.parse(JSON.parse(portal.keys.unseal(Buffer.from(value, "base64url"), contextOf(purpose))));
    const { until, ...receipt } = kept;
    return until > portal.now().getTime() ? receipt : undefined;
  } catch {
    // Changed on the way, sealed with another key, or made up: as good as none.
    return undefined;
  }
}

/** `Set-Cookie` headers that hand the receipt over, one for each language's address of the page. */
export async function keepReceipt(portal: Portal, receipt: KeptReceipt, purpose: ReceiptPurpose): Promise<Headers> {
  const { minutes } = purposes[purpose];
  const until = portal.now().getTime() + minutes * 60_000;
  const { code, receiptKey, answerBy } = receipt;
  const { sealed } = portal.keys.seal(JSON.stringify({ code, receiptKey, answerBy, until } satisfies z.infer<typeof Kept>), contextOf(purpose));
  return setCookies(portal, purpose, sealed.toString("base64url"), minutes * 60);
}

/** `Set-Cookie` headers that take it away. */
export const dropReceipt = (portal: Portal, purpose: ReceiptPurpose): Promise<Headers> => setCookies(portal, purpose, "", 0);

const contextOf = (purpose: ReceiptPurpose) => `receipt-cookie:${purpose}`;

async function setCookies(portal: Portal, purpose: ReceiptPurpose, value: string, maxAge: number): Promise<Headers> {
  const { name, path } = purposes[purpose];
  const secure = portal.publicUrl.startsWith("https:");
  const headers = new Headers();
  for (const language of languages) {
    const cookie = createCookie(name, { httpOnly: true, sameSite: "lax", secure, maxAge, path: pathIn(language, path) });
    headers.append("Set-Cookie", await cookie.serialize(value));
  }
  return headers;
}
