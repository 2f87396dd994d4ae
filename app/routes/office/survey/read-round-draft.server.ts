import { createRound, editRound, type Round } from "#app/domain/surveys/index.server.ts";
import { RoundDraft } from "#app/domain/surveys/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readFormData } from "../../read-form.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

export type RoundTyped = Readonly<Record<string, string | readonly string[]>>;
export type RoundDraftAnswer = { slug: string } | { typed: RoundTyped; errors: FieldErrors; refused: string | null; status: 409 | 422 };

/** Draws a round up from the posted form, or changes the draft there is; else says what is wrong and gives back what was typed. */
export async function draftRound(visit: Visit & { official: Official }, request: Request, round?: Round): Promise<RoundDraftAnswer> {
  const form = await readFormData(request);
  const one = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const many = (name: string) => form.getAll(name).filter((value) => typeof value === "string");

  const typed = {
    titleVi: one("titleVi"),
    titleEn: one("titleEn"),
    authority: round?.authority.slug ?? one("authority"),
    questionnaireVersionId: one("questionnaireVersionId"),
    opensOn: one("opensOn"),
    closesOn: one("closesOn"),
    keyingUntil: one("keyingUntil"),
    target: one("target"),
    modes: many("modes"),
    units: many("units"),
    consentVi: one("consentVi"),
    consentEn: one("consentEn"),
  };
  const target = typed.target.replace(",", ".");
  const parsed = RoundDraft.safeParse({ ...typed, keyingUntil: typed.keyingUntil || null, target: target === "" ? null : Number(target) });
  if (!parsed.success) {
    const sentences = fieldSentences(visit.t, parsed.error);
    // An error in one of several boxes is an error of the group.
    const errors = Object.fromEntries(Object.entries(sentences).map(([field, sentence]) => [field.split(".")[0] ?? field, sentence]));
    return { typed, errors, refused: null, status: 422 };
  }
  const drafted = round
    ? await editRound(visit.db, visit.official, round.slug, parsed.data, visit.now)
    : await createRound(visit.db, visit.official, parsed.data, visit.now);
  return drafted.ok ? { slug: drafted.value.slug } : { typed, errors: {}, refused: refusalSentence(visit.t, drafted), status: 409 };
}
