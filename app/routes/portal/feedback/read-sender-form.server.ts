import { data } from "@remix-run/node";
import type { SenderFormTexts } from "./sender-acts.server.ts";

const names = ["intent", "code", "receiptKey", "body", "stars", "comment", "reason", "newFacts"] as const;
type Texts = SenderFormTexts & { intent?: string; code?: string; receiptKey?: string };

/** What a sender typed while following a case. @throws a 400 answer when the body is no form */
export async function readSenderForm(request: Request): Promise<{ texts: Texts; photos: File[] }> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  const texts: Texts = {};
  for (const name of names) {
    const value = form.get(name);
    if (typeof value === "string") texts[name] = value.replaceAll("\0", "").slice(0, 100_000);
  }
  const photos = form.getAll("photos").filter((value): value is File => typeof value !== "string" && value.size > 0);
  return { texts, photos };
}
