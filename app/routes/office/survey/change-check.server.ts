import type { Official } from "#app/domain/people/official.ts";
import { excludeSheets, withdrawExclusion } from "#app/domain/surveys/index.server.ts";
import { ExclusionDraft, WrittenReason } from "#app/domain/surveys/schemas.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

export type CheckAnswer = { done: string } | { typed: Record<string, string>; errors: FieldErrors; refused: string | null; status: 409 | 422 };

/** Leaves a group of sheets out (its fields), or takes one in again (`lay-lai` is its number). */
export async function changeCheck(
  { db, official, now, t }: Pick<Visit, "db" | "now" | "t"> & { official: Official },
  slug: string,
  typed: Record<string, string>,
): Promise<CheckAnswer> {
  if (typed["lay-lai"] !== undefined) {
    // No exclusion has another number; 0 is none.
    const number = /^\d{1,4}$/.test(typed["lay-lai"]) ? Number(typed["lay-lai"]) : 0;
    const note = WrittenReason.safeParse(typed.takeBack);
    if (note.error) return { typed, errors: { [`takeBack-${number}`]: fieldSentences(t, note.error)[""] }, refused: null, status: 422 };
    const withdrawn = await withdrawExclusion(db, official, slug, { number, note: note.data }, now);
    return withdrawn.ok ? { done: `lay-lai-${withdrawn.value.number}` } : { typed, errors: {}, refused: refusalSentence(t, withdrawn), status: 409 };
  }
  const { unit = "", mode = "", fromDay = "", toDay = "", flag = "", reason, note } = typed;
  const draft = ExclusionDraft.safeParse({ unit, mode, fromDay, toDay, flag, reason, note });
  if (!draft.success) return { typed, errors: fieldSentences(t, draft.error), refused: null, status: 422 };
  const excluded = await excludeSheets(db, official, slug, draft.data, now);
  return excluded.ok ? { done: `loai-${excluded.value.number}` } : { typed, errors: {}, refused: refusalSentence(t, excluded), status: 409 };
}
