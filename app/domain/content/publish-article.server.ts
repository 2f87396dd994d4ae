import { eq, inArray } from "drizzle-orm";
import { articles, categories, procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";

/** Puts an approved article before the public, dated its day of publication. */
export async function publishArticle(tx: Db, by: Actor, articleId: string, now: Date) {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (!article) return refuse("article.not_found");
  if (!["approved", "scheduled", "published"].includes(article.state)) return refuse("article.not_approved");
  const day = article.publishOn ?? civilDay(now);
  const [category] = await tx.select().from(categories).where(eq(categories.slug, article.categorySlug));
  const unit = article.unitId ? (await findUnitLinks(tx, [article.unitId], day)).get(article.unitId) : undefined;
  const title = { vi: article.titleVi, en: article.titleEn };

  await tx.update(articles).set({ state: "published", publishOn: day }).where(eq(articles.id, articleId));
  return publish(
    tx,
    by,
    {
      kind: "news",
      slug: article.slug,
      subjectId: article.id,
      title,
      searchText: [article.summaryVi, article.bodyVi, article.summaryEn, article.bodyEn].join(" "),
      facets: { unit: unit?.slug ?? null, category: article.categorySlug, audience: article.audience, facet: day.slice(0, 4) },
      sortDay: day,
      content: {
        title,
        summary: { vi: article.summaryVi, en: article.summaryEn },
        body: { vi: article.bodyVi, en: article.bodyEn },
        category: { slug: article.categorySlug, name: { vi: category?.nameVi ?? article.categorySlug, en: category?.nameEn ?? null } },
        unit: unit ?? null,
        audience: article.audience,
        publishedOn: day,
        procedures: await findProcedureLinks(tx, article.procedureCodes),
        sources: article.sources,
      },
    },
    now,
  );
}

/** How to link procedures from content, in the order of their codes. */
export async function findProcedureLinks(tx: Db, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([procedures.code], { slug: procedures.slug, vi: procedureVersions.nameVi, en: procedureVersions.nameEn })
    .from(procedures)
    .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
    .where(inArray(procedures.code, [...codes]))
    .orderBy(procedures.code);
  return rows.map(({ slug, vi, en }) => ({ slug, name: { vi, en } }));
}
