import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TrendLine } from "#app/components/charts/trend-line.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const found = await findPublic(db, "index", args.params.slug ?? "");
  if (!found) throw notFound();
  return data({ index: found.content }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: inLanguage(languageOf(location.pathname), page.index.name) }) : [];

export default function IndexItem() {
  const { index } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const name = inLanguage(lang, index.name);
  const format = (value: number) => formatNumber(lang, value, 2);
  const scopes = [...new Set(index.values.map((value) => value.scope.vi))];
  return (
    <article>
      <PageHeader
        title={name}
        lead={index.description ? <p>{inLanguage(lang, index.description)}</p> : undefined}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("common:home"), href: to("/") }, { text: t("indices:title"), href: to("/chi-so") }, { text: index.code }]}
          />
        }
      />
      <MetaLine
        facts={[
          index.publisher ? t("indices:publisher", { name: inLanguage(lang, index.publisher) }) : null,
          index.scope ? t("indices:scope", { scope: inLanguage(lang, index.scope) }) : null,
        ]}
      />
      {scopes.length === 0 ? (
        <EmptyState title={t("indices:noValues")}>
          <p>{t("indices:lead")}</p>
        </EmptyState>
      ) : null}
      {scopes.map((scope, position) => {
        const values = index.values.filter((value) => value.scope.vi === scope);
        const measured = values.filter((value) => value.value !== null);
        const last = measured.at(-1);
        const target = values.findLast((value) => value.target !== null)?.target ?? undefined;
        const where = values[0] ? inLanguage(lang, values[0].scope) : scope;
        return (
          <Section key={scope} id={`ket-qua-${position + 1}`} title={where}>
            {measured.length > 1 && measured.every((value) => value.unit === "%") ? (
              <TrendLine
                text={{
                  id: `bieu-do-${position + 1}`,
                  title: t("indices:chart", { name, scope: where }),
                  summary: last?.value == null ? "" : t("indices:summary", { year: String(last.year), value: `${format(last.value)} %` }),
                  tableWord: t("indices:table"),
                }}
                words={{ point: t("indices:year"), value: t("indices:value"), interval: "–", base: "–", target: t("indices:target"), missing: "–" }}
                points={measured.map((value) => ({
                  label: String(value.year),
                  value: value.value,
                  breakBefore: value.breakBefore ? t("indices:breakNote", { year: String(value.year) }) : undefined,
                }))}
                target={target}
                format={(value) => `${format(value)} %`}
                formatCount={(value) => formatNumber(lang, value)}
              />
            ) : null}
            <Table
              id={`bang-${position + 1}`}
              caption={t("indices:values")}
              rows={values}
              columns={[
                { header: t("indices:year"), names: true, cell: (value) => value.year },
                {
                  header: t("indices:value"),
                  align: "end",
                  cell: (value) => (value.value === null ? "–" : [format(value.value), value.unit].filter(Boolean).join(" ")),
                },
                { header: t("indices:target"), align: "end", cell: (value) => (value.target === null ? "–" : format(value.target)) },
                {
                  header: t("indices:rank"),
                  align: "end",
                  cell: (value) =>
                    value.rank === null
                      ? "–"
                      : value.of === null
                        ? value.rank
                        : t("indices:rankOf", { rank: String(value.rank), of: String(value.of) }),
                },
                {
                  header: t("indices:basis"),
                  cell: (value) =>
                    [value.basis && inLanguage(lang, value.basis), value.provisional ? t("indices:provisional") : null].filter(Boolean).join("; "),
                },
              ]}
            />
            {values.map((value) =>
              value.breakBefore ? (
                <p key={value.year} className="muted small">
                  {t("indices:breakNote", { year: String(value.year) })}
                </p>
              ) : null,
            )}
          </Section>
        );
      })}
    </article>
  );
}
