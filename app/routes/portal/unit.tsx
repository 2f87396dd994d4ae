import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { caseStatistics } from "#app/domain/feedback/index.server.ts";
import { countPublic, findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { standingOf } from "#app/domain/surveys/index.server.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { lastYear } from "./feedback/last-year.ts";
import { UnitPage } from "./unit/unit-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, today } = asAnyone(args);
  const found = await findPublic(db, "unit", args.params.slug ?? "");
  if (!found) throw notFound();
  const isAuthority = found.content.authority === null;
  const own = isAuthority ? { authority: found.slug } : { unit: found.slug };
  const period = lastYear(today);
  const [procedures, answers, procedureCount, family, standing, feedback, improvements, remarks] = await Promise.all([
    listPublic(db, "procedure", own, { limit: 8 }),
    listPublic(db, "case", own, { limit: 4 }),
    countPublic(db, "procedure", own),
    listPublic(db, "unit", { authority: found.content.authority?.slug ?? found.slug }, { limit: 100 }),
    found.content.external ? undefined : standingOf(db, isAuthority ? { authority: found.slug } : { unitId: found.subjectId }, today),
    found.content.external ? undefined : caseStatistics(db, { unit: found.slug, ...period }, today),
    listPublic(db, "improvement", own, { limit: 6 }),
    listPublic(db, "remark", own, { limit: 2 }),
  ]);
  return data(
    {
      slug: found.slug,
      isAuthority,
      unit: found.content,
      procedureCount,
      improvements: improvements.items.map(({ slug, content }) => ({ slug, content })),
      remarks: remarks.items.map(({ slug, content }) => ({ slug, content })),
      satisfaction: standing?.latest,
      trend: standing?.trend ?? [],
      feedback: feedback && { ...feedback, ...period },
      parts: family.items.flatMap(({ slug, content }) =>
        content.parent?.slug === found.slug && content.inForce === found.content.inForce ? [{ slug, name: inLanguage(lang, content.name) }] : [],
      ),
      procedures: procedures.items.map(({ slug, content }) => ({
        slug,
        name: inLanguage(lang, content.name),
        field: inLanguage(lang, content.field),
      })),
      answers: answers.items.map(({ slug, content }) => ({
        slug,
        title: content.title,
        answer: content.answer,
        answeredOn: content.answeredOn,
        unitThen: inLanguage(lang, content.unit.name),
      })),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: inLanguage(languageOf(location.pathname), page.unit.name) }) : [];

export default function Unit() {
  return <UnitPage {...useLoaderData<typeof loader>()} />;
}
