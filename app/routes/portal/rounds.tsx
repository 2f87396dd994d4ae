import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { isFinal } from "#app/domain/surveys/rules.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { extensionView } from "./survey/extension-view.ts";
import { OpenRounds } from "./survey/open-rounds.tsx";
import { SlipSearch } from "./survey/slip-search.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url, to, today } = asAnyone(args);
  const code = readListQuery(url, ["ma"]).filters.ma;
  if (code) throw redirect(to(`/p/${encodeURIComponent(code)}`));

  const { items } = await listPublic(db, "round", {}, { limit: 100 });
  const rounds = items.map(({ slug, content }) => ({
    slug,
    title: inLanguage(lang, content.title),
    authority: inLanguage(lang, content.authority.name),
    state: content.state,
    opensOn: content.opensOn,
    closesOn: content.closesOn,
    forAll: content.modes.includes("open_link"),
    minutes: content.minutes ?? null,
    extension: extensionView(lang, content),
  }));
  return data(
    {
      open: rounds
        .filter(({ state, closesOn }) => state === "open" && closesOn >= today)
        .map((round) => ({ ...round, begun: round.opensOn <= today })),
      past: rounds.filter(({ state }) => isFinal(state)),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("surveys:title"), description: t("surveys:lead") });
};

export default function Rounds() {
  const { open, past } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("surveys:title")} lead={<p>{t("surveys:lead")}</p>} />
      {open.length > 0 ? (
        <OpenRounds rounds={open} />
      ) : (
        <EmptyState title={t("surveys:noneOpen")} actions={<ButtonLink href={to("/phan-anh/gui")}>{t("surveys:sendFeedback")}</ButtonLink>}>
          <p>{t("surveys:noneOpenNext")}</p>
        </EmptyState>
      )}
      <SlipSearch />
      {past.length > 0 ? (
        <Section id="da-xong" title={t("surveys:past")} more={{ href: to("/hai-long"), text: t("surveys:seeResults") }}>
          <ItemList
            level={3}
            items={past.map((round) => ({
              href: to(`/hai-long/${round.slug}`),
              title: round.title,
              meta: [round.authority, `${formatDay(lang, round.opensOn)} – ${formatDay(lang, round.closesOn)}`],
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}
