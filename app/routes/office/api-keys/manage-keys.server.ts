import { data } from "@remix-run/node";
import { z } from "zod";
import { issueApiKey, revokeApiKey } from "#app/domain/partners/index.server.ts";
import { ApiKeyWish } from "#app/domain/partners/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

/** What the page says after an act. `key` is a new key, this once. */
export type KeysAnswer = {
  form: string;
  notice: string | null;
  refused: string | null;
  key: string | null;
  errors: FieldErrors;
  typed: Record<string, string>;
};

/** Issues or revokes a key by the form's `intent`. @throws a 400 answer for an unknown intent or id */
export async function manageKeys({ db, official, t, now }: Visit & { official: Official }, form: Record<string, string>): Promise<KeysAnswer> {
  const answer: KeysAnswer = { form: form.intent ?? "", notice: null, refused: null, key: null, errors: {}, typed: form };
  if (form.intent === "issue") {
    const wish = ApiKeyWish.safeParse(form);
    if (!wish.success) return { ...answer, errors: fieldSentences(t, wish.error) };
    const issued = await issueApiKey(db, official, wish.data, now);
    if (issued.ok) return { ...answer, typed: {}, notice: t("open311:keys.issued", { partner: wish.data.partner }), key: issued.value.key };
    const sentence = refusalSentence(t, issued);
    return issued.code === "api_key.not_yours" ? { ...answer, refused: sentence } : { ...answer, errors: { validUntil: sentence } };
  }

  const id = z.uuid().safeParse(form.id);
  if (form.intent !== "revoke" || !id.success) throw data({ reason: "bad_request" }, { status: 400 });
  const revoked = await revokeApiKey(db, official, id.data, now);
  if (!revoked.ok) return { ...answer, refused: refusalSentence(t, revoked) };
  return { ...answer, notice: t("open311:keys.revoked", { partner: revoked.value.partner }) };
}
