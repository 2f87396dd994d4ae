import { data } from "@remix-run/node";
import {
  approveArticle,
  editArticle,
  releaseArticle,
  returnArticle,
  submitArticle,
  withdrawArticle,
  writeArticle,
} from "#app/domain/content/index.server.ts";
import { ArticleDraft } from "#app/domain/content/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence, type RefusalCode } from "../../sentences.ts";

export type ArticleAnswer = {
  /** Id of what was saved: the page goes there. */
  saved: string | null;
  notice: string | null;
  refused: string | null;
  errors: FieldErrors;
  typed: Record<string, string>;
};

const moves = { submit: submitArticle, return: returnArticle, approve: approveArticle, publish: releaseArticle } as const;
const isMove = (intent: string | undefined): intent is keyof typeof moves => intent !== undefined && Object.hasOwn(moves, intent);

/** Which field a refusal is about; others stand above the form. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  "article.unknown_category": "categorySlug",
  "article.unknown_unit": "unitId",
  "article.unknown_procedure": "procedureCodes",
  "article.reason_missing": "reason",
};

/** Saves or moves an article, by the form's `intent`. @param id null for a new one. @throws a 400 answer for another intent */
export async function changeArticle(
  { db, official, t, now }: Visit & { official: Official },
  id: string | null,
  form: Record<string, string>,
): Promise<ArticleAnswer> {
  const answer: ArticleAnswer = { saved: null, notice: null, refused: null, errors: {}, typed: form };
  const revision = /^\d{1,9}$/.test(form.revision ?? "") ? Number(form.revision) : 0;

  if (form.intent === "save") {
    const given = ArticleDraft.safeParse(form);
    if (!given.success) return { ...answer, errors: fieldSentences(t, given.error) };
    const saved = id ? await editArticle(db, official, id, given.data, revision, now) : await writeArticle(db, official, given.data, now);
    return saved.ok ? { ...answer, saved: saved.value.id } : no(saved);
  }
  if (id && isMove(form.intent)) {
    const moved = await moves[form.intent](db, official, id, revision, now);
    return moved.ok ? { ...answer, notice: t(`office:article.moved.${moved.value.state}`) } : no(moved);
  }
  if (id && form.intent === "withdraw") {
    const withdrawn = await withdrawArticle(db, official, id, { reason: form.reason ?? "", revision }, now);
    return withdrawn.ok ? { ...answer, notice: t("office:article.moved.withdrawn") } : no(withdrawn);
  }
  throw data({ reason: "bad_request" }, { status: 400 });

  function no(refused: Parameters<typeof refusalSentence>[1]): ArticleAnswer {
    const sentence = refusalSentence(t, refused);
    const field = fieldOf[refused.code];
    return field ? { ...answer, errors: { [field]: sentence } } : { ...answer, refused: sentence };
  }
}
