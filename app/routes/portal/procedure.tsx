import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { caseStatistics } from "#app/domain/feedback/index.server.ts";
import { findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { standingOf } from "#app/domain/surveys/index.server.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { pageMeta } from "../page-meta.ts";
import { lastYear } from "./feedback/last-year.ts";
import { ProcedurePage } from "./procedure/procedure-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, to, portal, today } = asAnyone(args);
  const procedure = await findPublic(db, "procedure", args.params.slug ?? "");
  if (!procedure) throw notFound();
  const address = `${portal.publicUrl}${to(`/thu-tuc/${procedure.slug}`)}`;
  const period = lastYear(today);
  const [cases, standing, statistics] = await Promise.all([
    listPublic(db, "case", { procedure: procedure.slug }, { limit: 5 }),
    standingOf(db, { procedureId: procedure.subjectId }, today),
    caseStatistics(db, { procedure: procedure.slug, ...period }, today),
  ]);
  return data(
    {
      lang,
      slug: procedure.slug,
      record: procedure.content,
      answered: cases.items.map(({ slug, content }) => ({
        slug,
        title: content.title,
        question: content.question,
        answer: content.answer,
        answeredOn: content.answeredOn,
      })),
      satisfaction: standing.latest,
      trend: standing.trend,
      feedback: { ...statistics, ...period },
      address,
      qr: qrModules(address),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  const { name, description } = page.record;
  return pageMeta(location, { title: inLanguage(lang, name), description: description ? inLanguage(lang, description) : undefined });
};

export default function Procedure() {
  return <ProcedurePage {...useLoaderData<typeof loader>()} />;
}
