import { marked } from "marked";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { CodeSample } from "#app/components/ui/code-sample.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { codeExamples } from "./code-examples.ts";
import type { DataSetPath } from "./data-sets.ts";
import { Downloads } from "./downloads.tsx";
import { Open311Section } from "./open311-section.tsx";

export type OpenDataPageProps = {
  publicUrl: string;
  /** The demo world's key may be told. */
  demo: boolean;
  sets: { path: DataSetPath; n: number }[];
  rounds: { slug: string; title: string }[];
};

/** What data there is, how to take it, under which licence, how to send, and what is hidden. */
export function OpenDataPage({ publicUrl, demo, sets, rounds }: OpenDataPageProps) {
  const t = useText();
  const { lang, to } = useLanguage();
  const codes = codeExamples(publicUrl, rounds[0]?.slug);
  return (
    <>
      <PageHeader title={t("opendata:data.title")} lead={<p>{t("opendata:data.lead")}</p>} />

      <Section id="danh-muc" title={t("opendata:data.sets")}>
        <Table
          id="du-lieu"
          caption={t("opendata:data.setsCaption")}
          hideCaption
          stacks
          rows={sets}
          rowKey={({ path }) => path}
          columns={[
            { header: t("opendata:data.set"), names: true, cell: ({ path }) => t(`opendata:data.${path}.name`) },
            { header: t("opendata:data.take"), cell: ({ path }) => <Downloads address={`/api/v1/${path}`} name={t(`opendata:data.${path}.name`)} /> },
            { header: t("opendata:data.holds"), cell: ({ path }) => t(`opendata:data.${path}.holds`) },
            { header: t("opendata:data.count"), align: "end", cell: ({ n }) => formatNumber(lang, n) },
          ]}
        />
      </Section>

      <Section id="phieu-ba-muc" title={t("service:slips.title")}>
        <p className="measure">{t("service:slips.note")}</p>
        <Downloads address="/api/v1/three-level-slips" name={t("service:slips.title")} />
      </Section>
      <Section id="ket-qua" title={t("opendata:data.results")}>
        <p className="measure">{t("opendata:data.resultsLead")}</p>
        {rounds.length > 0 ? (
          <ul>
            {rounds.map(({ slug, title }) => (
              <li key={slug}>
                <a href={to(`/hai-long/${slug}`)}>{title}</a> <Downloads address={`/api/v1/rounds/${slug}/results`} name={title} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t("opendata:data.noRounds")}</p>
        )}
      </Section>

      <Section id="bi-an" title={t("opendata:data.hidden")} more={{ href: to("/minh-bach"), text: t("opendata:data.how") }}>
        <Prose tokens={marked.lexer(t("opendata:data.hiddenText"))} />
      </Section>

      <Section id="giay-phep" title={t("opendata:data.licence")}>
        <Prose tokens={marked.lexer(t("opendata:data.licenceText", { address: publicUrl }))} />
        <p>
          <a href={`https://creativecommons.org/licenses/by/4.0/${lang === "vi" ? "deed.vi" : ""}`} rel="license">
            {t("opendata:data.licenceLink")}
          </a>
        </p>
      </Section>

      <Section id="nguon-tin" title={t("opendata:data.feeds")}>
        <ul>
          <li>
            <a href={to("/tin-tuc.xml")}>{t("opendata:data.feedNews")}</a>
          </li>
          <li>
            <a href={to("/phan-anh.xml")}>{t("opendata:data.feedCases")}</a>
          </li>
        </ul>
      </Section>

      <Section id="api" title={t("opendata:data.api")}>
        <Prose tokens={marked.lexer(t("opendata:data.apiText"))} />
        <CodeSample label={t("opendata:data.example.list")}>{codes.list}</CodeSample>
        <CodeSample label={t("opendata:data.example.csv")}>{codes.csv}</CodeSample>
        <CodeSample label={t("opendata:data.example.results")}>{codes.results}</CodeSample>
      </Section>

      <Section id="gui" title={t("opendata:data.sending")}>
        <Prose tokens={marked.lexer(t("opendata:data.sendingText"))} />
        <CodeSample label={t("opendata:data.example.send")}>{codes.send}</CodeSample>
        <CodeSample label={t("opendata:data.example.answer")}>{codes.answer}</CodeSample>
        <p>
          <ButtonLink href="/api/v1/openapi.json" look="secondary">
            {t("opendata:data.openapi")}
          </ButtonLink>
        </p>
      </Section>

      <Open311Section publicUrl={publicUrl} demo={demo} />
    </>
  );
}
