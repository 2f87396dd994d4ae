import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { PlanPage } from "./plan/plan-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang } = asAnyone(args);
  const found = await findPublic(db, "plan", args.params.slug ?? "");
  if (!found) throw notFound();
  const units = await listPublic(db, "unit", { authority: found.content.issuer.slug }, { limit: 100 });
  return data(
    { plan: found.content, unitNames: Object.fromEntries(units.items.map(({ slug, content }) => [slug, inLanguage(lang, content.name)])) },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: inLanguage(languageOf(location.pathname), page.plan.title) }) : [];

export default function Plan() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
