import { eq } from "drizzle-orm";
import { categories, faqs } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";
import { findProcedureLinks } from "./publish-article.server.ts";

/** Puts a frequent question with its answer before the public. */
export async function publishFaq(tx: Db, by: Actor, faqId: string, now: Date) {
  const [faq] = await tx.select().from(faqs).where(eq(faqs.id, faqId));
  if (!faq) return refuse("faq.not_found");
  const today = civilDay(now);
  const [category] = await tx.select().from(categories).where(eq(categories.slug, faq.categorySlug));
  const unit = faq.unitId ? (await findUnitLinks(tx, [faq.unitId], today)).get(faq.unitId) : undefined;
  const question = { vi: faq.questionVi, en: faq.questionEn };

  return publish(
    tx,
    by,
    {
      kind: "faq",
      slug: faq.slug,
      subjectId: faq.id,
      title: question,
      searchText: `${faq.answerVi} ${faq.answerEn ?? ""}`,
      facets: { unit: unit?.slug ?? null, category: faq.categorySlug, audience: faq.audience },
      sortDay: today,
      content: {
        question,
        answer: { vi: faq.answerVi, en: faq.answerEn },
        category: { slug: faq.categorySlug, name: { vi: category?.nameVi ?? faq.categorySlug, en: category?.nameEn ?? null } },
        unit: unit ?? null,
        audience: faq.audience,
        procedures: await findProcedureLinks(tx, faq.procedureCodes),
      },
    },
    now,
  );
}
