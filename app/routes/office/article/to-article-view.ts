import type { ArticleForOffice } from "#app/domain/content/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** What the article's page shows of it. */
export function toArticleView(lang: Language, article: ArticleForOffice) {
  return {
    id: article.id,
    slug: article.slug,
    revision: article.revision,
    state: article.state,
    titleVi: article.titleVi,
    titleEn: article.titleEn,
    summaryVi: article.summaryVi,
    summaryEn: article.summaryEn,
    bodyVi: article.bodyVi,
    bodyEn: article.bodyEn,
    categorySlug: article.categorySlug,
    unitId: article.unitId,
    unit: article.unit ? inLanguage(lang, article.unit) : null,
    audience: article.audience,
    procedureCodes: article.procedureCodes.join(", "),
    publishOn: article.publishOn,
    author: article.author,
    approvedBy: article.approvedBy,
    publicVersion: article.publicVersion,
    mayDo: article.mayDo,
  };
}

export type ArticleView = ReturnType<typeof toArticleView>;
