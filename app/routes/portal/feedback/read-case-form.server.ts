import { data } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import { CaseDraft } from "#app/domain/feedback/schemas.ts";

/** Fields that make a case; whatever else a form carries is not stored. */
const draftFields = [
  "kind",
  "content",
  "subject",
  "body",
  "submitterType",
  "place",
  "happenedOn",
  "procedure",
  "unit",
  "contact.name",
  "contact.phone",
  "contact.email",
  "contact.address",
  "contact.organisation",
] as const;
/** Beside the case: how it is sent, and what an official says who enters it for somebody. */
const ownFields = [
  "intent",
  "publishWish",
  "consent",
  "key",
  "started",
  "more",
  "channel",
  "language",
  "receivedOn",
  "receivedAt",
  "originalNumber",
  "readBack",
  "similar",
] as const;
type Own = (typeof ownFields)[number];
export type CaseFormTexts = Partial<Record<(typeof draftFields)[number] | Own, string>>;
const known = new Set<string>([...draftFields, ...ownFields]);

/** Everything typed and the photos chosen. @throws a 400 answer when the body is no form */
export async function readCaseForm(request: Request): Promise<{ texts: CaseFormTexts; photos: File[] }> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  const texts: Record<string, string> = {};
  const photos: File[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") {
      // No database takes NUL; and no field is as long as this, so nothing that could be right is cut.
      if (known.has(name)) texts[name] ??= value.replaceAll("\0", "").slice(0, 100_000);
    } else if (name === "photos" && value.size > 0) photos.push(value);
  }
  return { texts, photos };
}

/**
 * What was typed, checked by the domain's schema. The wish is read apart: a box left open must not count as the
 * schema's default. Consent is asked for on the last step only.
 */
export function checkCaseForm(texts: CaseFormTexts, { consentAsked }: { consentAsked: boolean }) {
  const form = new FormData();
  for (const name of draftFields) if (texts[name]) form.set(name, texts[name]);
  if (!consentAsked || texts.consent === "on") form.set("consent", "on");
  const submission = parseWithZod(form, { schema: CaseDraft });
  if (submission.status !== "success") return { ok: false, result: submission.reply() } as const;
  return { ok: true, draft: { ...submission.value, publishWish: texts.publishWish !== "no" } } as const;
}

/** The bytes of the photos chosen, as the domain takes them. */
export const contentsOf = (photos: readonly File[]) =>
  Promise.all(photos.map(async (photo) => ({ content: Buffer.from(await photo.arrayBuffer()), fileName: photo.name })));
