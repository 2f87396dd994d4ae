import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { findRound, readCodebook } from "#app/domain/surveys/index.server.ts";
import { exportReasonMaxLength, exportReasonMinLength, workbookRowsMost } from "#app/domain/surveys/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { refusalIn } from "./answers/refusal-in.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, url } = await asOfficial(args);
  const round = await findRound(db, args.params.slug ?? "");
  if (!round) throw notFound();
  if (!mayIn(official, "surveys.read_answers", round.authority.id)) throw forbidden();
  const codebook = await readCodebook(db, official, round.slug);
  return {
    round: { slug: round.slug, title: inLanguage(lang, round.title) },
    sheets: codebook.ok ? codebook.value.sheets : null,
    refused: refusalIn(url.searchParams.get("loi")),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: `${i18nFor(languageOf(location.pathname)).t("answers:title")}: ${page.round.title}`, robots: "noindex" }) : [];

export default function RawAnswers() {
  const { round, sheets, refused } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const files = `/can-bo/khao-sat/${round.slug}/phieu-goc`;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("surveys:office.title"), href: to("/can-bo/khao-sat") },
              { text: round.title, href: to(`/can-bo/khao-sat/${round.slug}`) },
              { text: t("answers:title") },
            ]}
          />
        }
        title={t("answers:title")}
        lead={<p>{t("answers:lead")}</p>}
      />
      {refused ? (
        <Notice tone="bad" live>
          {refused === "reason_missing"
            ? t("refusals:answers.reason_missing", { min: String(exportReasonMinLength) })
            : refused === "too_many"
              ? t("refusals:answers.too_many", { most: String(workbookRowsMost) })
              : t("refusals:answers.round_open")}
        </Notice>
      ) : null}
      {sheets === null ? (
        <EmptyState title={t("answers:waits")} icon="lock">
          <p>{t("answers:waitsLine")}</p>
        </EmptyState>
      ) : (
        <>
          <Section id="tai" title={t("answers:take")}>
            <p>{t("answers:sheets", { count: sheets, n: formatNumber(lang, sheets) })}</p>
            <Notice tone="warn">{t("answers:warn")}</Notice>
            <form method="post" action={`${files}/${round.slug}.csv`} noValidate className="stack">
              <input type="hidden" name="lang" value={to("/") === "/" ? "vi" : "en"} />
              <TextField id="reason" name="reason" label={t("answers:reason")} hint={t("answers:reasonHint")} maxLength={exportReasonMaxLength} />
              <ButtonRow>
                <Button icon="download">{t("answers:csv")}</Button>
                <Button look="secondary" icon="download" formAction={`${files}/${round.slug}.xlsx`}>
                  {t("answers:xlsx")}
                </Button>
              </ButtonRow>
            </form>
          </Section>
          <Section id="nhan" title={t("answers:labels")}>
            <p className="measure">{t("answers:labelsLead")}</p>
            <ButtonRow>
              <ButtonLink look="secondary" icon="download" href={`${files}/${round.slug}.sps?lang=vi`}>
                {t("answers:sps")}
              </ButtonLink>
              <ButtonLink look="secondary" icon="download" href={`${files}/${round.slug}.sps?lang=en`}>
                {t("answers:spsEn")}
              </ButtonLink>
              <ButtonLink look="quiet" icon="download" href={`${files}/${round.slug}.json`}>
                {t("answers:codebook")}
              </ButtonLink>
            </ButtonRow>
          </Section>
        </>
      )}
    </>
  );
}
