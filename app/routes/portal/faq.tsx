import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { marked } from "marked";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { countPublic, countPublicBy, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["chu-de"]);
  const filter = { q, category: filters["chu-de"] };
  const [page, total, categories] = await Promise.all([
    listPublic(db, "faq", filter, { after, limit: 50 }),
    countPublic(db, "faq", filter),
    countPublicBy(db, "faq", "category"),
  ]);
  const questions = await listPublic(db, "case", { q, category: "hoi_dap" }, { limit: 5 });
  const names = new Map(page.items.map(({ content }) => [content.category.slug, inLanguage(lang, content.category.name)]));
  return data(
    {
      q,
      filters,
      total,
      categories: categories.map(({ value, n }) => ({ value, label: `${names.get(value) ?? value} (${n})` })),
      items: page.items.map(({ slug, content }) => ({
        slug,
        question: inLanguage(lang, content.question),
        answer: inLanguage(lang, content.answer),
        procedures: content.procedures.map((procedure) => ({ slug: procedure.slug, name: inLanguage(lang, procedure.name) })),
      })),
      answered: questions.items.map(({ slug, content }) => ({ slug, title: content.title })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("content:faq.title"), description: t("content:faq.lead") });
};

export default function Faq() {
  const { q, filters, total, categories, items, answered, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <ListPage
        title={t("content:faq.title")}
        lead={t("content:faq.lead")}
        action={to("/hoi-dap")}
        found={t("content:faq.found", { count: total })}
        empty={items.length === 0}
        next={next}
        first={first}
        filters={
          <>
            <TextField id="q" name="q" type="search" label={t("content:faq.search")} hint={t("common:searchHint")} defaultValue={q} />
            <Select
              id="chu-de"
              name="chu-de"
              label={t("content:faq.category")}
              placeholder={t("content:faq.allCategories")}
              choices={categories}
              defaultValue={filters["chu-de"]}
            />
          </>
        }
      >
        <div className="measure stack stack-tight">
          {items.map((item) => (
            <div key={item.slug} id={item.slug}>
              <Disclosure summary={item.question} open={total <= 3}>
                <Prose tokens={marked.lexer(item.answer)} />
                {item.procedures.map((procedure) => (
                  <p key={procedure.slug} className="small">
                    <a href={to(`/thu-tuc/${procedure.slug}`)}>{procedure.name}</a>
                  </p>
                ))}
              </Disclosure>
            </div>
          ))}
        </div>
      </ListPage>
      {answered.length > 0 ? (
        <Section id="da-tra-loi" title={t("content:faq.answered")} more={{ href: `${to("/phan-anh")}?loai=hoi_dap`, text: t("common:more") }}>
          <ul>
            {answered.map((one) => (
              <li key={one.slug}>
                <a href={to(`/phan-anh/${one.slug}`)}>{one.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Notice title={t("content:faq.ask")}>
        <ButtonLink look="secondary" href={`${to("/phan-anh/gui")}?loai=hoi_dap`}>
          {t("content:faq.askAction")}
        </ButtonLink>
      </Notice>
    </>
  );
}
