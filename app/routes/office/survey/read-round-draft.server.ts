import { data } from "@remix-run/node";
import { createRound } from "#app/domain/surveys/index.server.ts";
import { RoundDraft } from "#app/domain/surveys/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

export type RoundTyped = Readonly<Record<string, string | readonly string[]>>;
export type RoundDraftAnswer = { created: string } | { typed: RoundTyped; errors: FieldErrors; refused: string | null; status: 409 | 422 };

/** Draws a round up from the posted form, or says what is wrong with it and gives back what was typed. */
export async function draftRound(visit: Visit & { official: Official }, request: Request): Promise<RoundDraftAnswer> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  const one = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
  };
  const many = (name: string) => form.getAll(name).filter((value) => typeof value === "string");

  const typed = {
    titleVi: one("titleVi"),
    titleEn: one("titleEn"),
    authority: one("authority"),
    questionnaireVersionId: one("questionnaireVersionId"),
    opensOn: one("opensOn"),
    closesOn: one("closesOn"),
    target: one("target"),
    modes: many("modes"),
    units: many("units"),
  };
  const target = typed.target.replace(",", ".");
  const parsed = RoundDraft.safeParse({ ...typed, target: target === "" ? null : Number(target) });
  if (!parsed.success) {
    const sentences = fieldSentences(visit.t, parsed.error);
    // An error in one of several boxes is an error of the group.
    const errors = Object.fromEntries(Object.entries(sentences).map(([field, sentence]) => [field.split(".")[0] ?? field, sentence]));
    return { typed, errors, refused: null, status: 422 };
  }
  const created = await createRound(visit.db, visit.official, parsed.data, visit.now);
  return created.ok ? { created: created.value.slug } : { typed, errors: {}, refused: refusalSentence(visit.t, created), status: 409 };
}
