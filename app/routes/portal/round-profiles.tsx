import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { ProfileCharts } from "./survey/choice-charts.tsx";
import { PartPage } from "./survey/part-page.tsx";
import { readPart } from "./survey/read-part.server.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { page, headers } = await readPart(visit, args.params.dot);
  return data(page, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: `${i18nFor(languageOf(location.pathname)).t("results:profiles")} – ${page.round.title}` }) : [];

export default function RoundProfiles() {
  const { round, groups } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PartPage
      round={round}
      groups={groups}
      title={t("results:profiles")}
      draw={(view) =>
        view.profiles.some(({ bars }) => bars.some(({ figure }) => !figure.suppressed)) ? <ProfileCharts view={view} part={view.group} /> : null
      }
    />
  );
}
