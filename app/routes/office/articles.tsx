import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { countArticles, listArticles } from "#app/domain/content/index.server.ts";
import { articleStates } from "#app/domain/content/vocabulary.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { articleTones } from "./article/tones.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, url } = await asOfficial(args);
  const mayWrite = official.may.includes("articles.write");
  if (!mayWrite && !official.may.includes("articles.approve") && !official.may.includes("articles.publish")) throw forbidden();

  const { q, after, filters } = readListQuery(url, ["trang-thai"]);
  const state = articleStates.find((one) => one === filters["trang-thai"]);
  const [page, counts] = await Promise.all([listArticles(db, official, { q, state }, { after }), countArticles(db, official)]);
  return {
    q,
    state,
    mayWrite,
    counts,
    items: page.items.map((article) => ({
      id: article.id,
      title: inLanguage(lang, { vi: article.titleVi, en: article.titleEn }),
      state: article.state,
      author: article.author,
      updated: formatInstant(lang, article.updatedAt),
    })),
    next: nextPageHref(url, page.next),
    first: firstPageHref(url),
  };
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("office:articles.title"), robots: "noindex" });

export default function Articles() {
  const { q, state, mayWrite, counts, items, next, first } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  const here = to("/can-bo/tin");
  const write = mayWrite ? <ButtonLink href={to("/can-bo/tin/moi")}>{t("office:articles.new")}</ButtonLink> : undefined;
  return (
    <>
      <PageHeader title={t("office:articles.title")} lead={<p>{t("office:articles.lead")}</p>} actions={write} />
      <FilterBar label={t("filter")} action={here} submit={t("filter")} reset={{ href: here, text: t("clearFilter") }}>
        <TextField id="q" name="q" type="search" label={t("office:articles.q")} defaultValue={q} />
        <Select
          id="trang-thai"
          name="trang-thai"
          label={t("office:articles.state")}
          placeholder={t("office:articles.anyState")}
          choices={articleStates.map((one) => ({ value: one, label: `${t(`office:articles.states.${one}`)} (${counts[one] ?? 0})` }))}
          defaultValue={state}
        />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState title={t("office:articles.empty")}>
          <p>{t("office:articles.emptyLine")}</p>
        </EmptyState>
      ) : (
        <Table
          stacks
          id="cac-bai"
          caption={t("office:articles.caption")}
          hideCaption
          columns={[
            { header: t("office:articles.titleColumn"), names: true, cell: (one) => <a href={to(`/can-bo/tin/${one.id}`)}>{one.title}</a> },
            {
              header: t("office:articles.state"),
              cell: (one) => <StateTag tone={articleTones[one.state]}>{t(`office:articles.states.${one.state}`)}</StateTag>,
            },
            { header: t("office:articles.author"), cell: (one) => one.author },
            { header: t("office:articles.updated"), cell: (one) => one.updated },
          ]}
          rows={items}
          rowKey={(one) => one.id}
        />
      )}
      <Pagination
        label={t("pages")}
        next={next ? { href: next, text: t("more") } : undefined}
        previous={first ? { href: first, text: t("first") } : undefined}
      />
    </>
  );
}
