import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { dataSets } from "./open-data/data-sets.ts";
import { OpenDataPage } from "./open-data/open-data-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, portal } = asAnyone(args);
  const sets = await Promise.all(dataSets.map(async ({ path, kind }) => ({ path, n: await countPublic(db, kind) })));
  const rounds = await listPublic(db, "round", {}, { limit: 20 });
  return data(
    {
      publicUrl: portal.publicUrl,
      demo: portal.settings.demo,
      sets,
      rounds: rounds.items.map(({ slug, content }) => ({ slug, title: inLanguage(lang, content.title) })),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("opendata:data.title"), description: t("opendata:data.lead") });
};

export default function OpenData() {
  return <OpenDataPage {...useLoaderData<typeof loader>()} />;
}
