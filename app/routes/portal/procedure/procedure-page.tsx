import { Section, TwoColumns } from "#app/components/layout/section.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PrintButton, PrintOnly, ScreenOnly } from "#app/components/ui/media.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import type { Headline, TrendStep } from "#app/domain/surveys/index.server.ts";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FeedbackFigures, type PublicFigures } from "../feedback/public-figures.tsx";
import { SubscribeBox } from "../subscription/subscribe-form.tsx";
import { HeadlineStat } from "../survey/headline-stat.tsx";
import { RoundTrend } from "../survey/round-trend.tsx";
import { ProcedureChannels, ProcedureDossier, ProcedureList, ProcedureSteps } from "./procedure-parts.tsx";

export type ProcedurePageProps = {
  lang: Language;
  slug: string;
  record: PublicContent["procedure"];
  answered: { slug: string; title: string; question: string; answer: string; answeredOn: string }[];
  satisfaction: Headline | undefined;
  trend: TrendStep[];
  feedback: PublicFigures;
  address: string;
  qr: boolean[][];
};

/** Every field of the national record, in the order in which people need it; prints on A4. */
export function ProcedurePage({ lang, slug, record, answered, satisfaction, trend, feedback, address, qr }: ProcedurePageProps) {
  const t = useText();
  const { to } = useLanguage();
  const name = inLanguage(lang, record.name);
  const decision = record.decision?.number
    ? [record.decision.number, record.decision.date && formatDay(lang, record.decision.date), record.decision.issuer].filter(Boolean).join(", ")
    : t("procedures:decisionUnknown");

  return (
    <article>
      <PageHeader
        long
        title={name}
        kicker={inLanguage(lang, record.field)}
        lead={record.description ? <p>{inLanguage(lang, record.description)}</p> : undefined}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("common:home"), href: to("/") }, { text: t("procedures:title"), href: to("/thu-tuc") }, { text: record.code }]}
          />
        }
        actions={
          <>
            <ButtonLink icon="external" href={record.nationalUrl}>
              {t("procedures:submit")}
            </ButtonLink>
            <ButtonLink look="secondary" href={`${to("/phan-anh/gui")}?thu-tuc=${slug}`}>
              {t("procedures:feedback")}
            </ButtonLink>
          </>
        }
      />
      {record.sample ? <Notice tone="warn">{t("procedures:sample")}</Notice> : null}
      <TwoColumns
        label={t("procedures:onThisPage")}
        side={
          <div className="stack">
            <DefinitionList
              facts={[
                { term: t("procedures:code"), detail: record.code },
                { term: t("procedures:level"), detail: inLanguage(lang, record.level) },
                { term: t("procedures:onlineLevel"), detail: record.onlineLevel },
                { term: t("procedures:decidedBy"), detail: <a href={to(`/don-vi/${record.unit.slug}`)}>{inLanguage(lang, record.unit.name)}</a> },
                ...(record.receivingUnit
                  ? [
                      {
                        term: t("procedures:receivedAt"),
                        detail: <a href={to(`/don-vi/${record.receivingUnit.slug}`)}>{inLanguage(lang, record.receivingUnit.name)}</a>,
                      },
                    ]
                  : []),
                ...(record.coordinatingUnits.length > 0 ? [{ term: t("procedures:coordinating"), detail: record.coordinatingUnits.join("; ") }] : []),
              ]}
            />
            <QrFigure modules={qr} label={t("procedures:qr")} code={address} />
            <ScreenOnly>
              <PrintButton text={t("common:print")} />
            </ScreenOnly>
          </div>
        }
      >
        <Section id="cach-nop" title={t("procedures:channels")}>
          <ProcedureChannels channels={record.channels} lang={lang} />
        </Section>
        <Section id="ho-so" title={t("procedures:dossier")}>
          <ProcedureDossier dossier={record.dossier} sets={record.dossierSets} />
          <p className="muted small">{t("procedures:right")}</p>
        </Section>
        <Section id="trinh-tu" title={t("procedures:steps")}>
          <ProcedureSteps steps={record.steps} />
        </Section>
        <Section id="doi-tuong" title={t("procedures:applicants")}>
          <ProcedureList items={record.applicants} />
        </Section>
        <Section id="ket-qua" title={t("procedures:result")}>
          <ProcedureList items={record.result} />
        </Section>
        <Section id="dieu-kien" title={t("procedures:requirements")}>
          {record.requirements.length > 0 ? <ProcedureList items={record.requirements} /> : <p>{t("procedures:noRequirements")}</p>}
        </Section>
        <Section id="can-cu" title={t("procedures:legalBasis")}>
          <ProcedureList items={record.legalBasis} />
          <DefinitionList
            facts={[
              { term: t("procedures:decision"), detail: decision },
              ...(record.changeType ? [{ term: t("procedures:changeType"), detail: record.changeType }] : []),
              ...(record.keywords.length > 0 ? [{ term: t("procedures:keywords"), detail: record.keywords.join(", ") }] : []),
              {
                term: t("procedures:versions"),
                detail: (
                  <ul>
                    {record.versions.map((version) => (
                      <li key={version.version}>
                        {t("procedures:version", { version: String(version.version), from: formatDay(lang, version.validFrom) })}
                        {version.validTo ? `, ${t("procedures:until", { to: formatDay(lang, version.validTo) })}` : null}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <p className="muted small">{t("common:updatedOn", { day: formatDay(lang, record.updatedOn) })}</p>
        </Section>
      </TwoColumns>
      <PrintOnly>{address}</PrintOnly>
      <ScreenOnly>
        <Section id="hai-long" title={t("procedures:satisfaction")}>
          {satisfaction ? (
            <HeadlineStat {...satisfaction} href={`${to(`/hai-long/${satisfaction.roundSlug}`)}?thu-tuc=${slug}`} />
          ) : (
            <p className="muted">{t("procedures:noSatisfaction")}</p>
          )}
          {trend.length > 1 ? <RoundTrend id="bieu-do-qua-cac-dot" summary={t("checks:trendOf")} steps={trend} target={null} /> : null}
          {feedback.received.value ? <FeedbackFigures {...feedback} /> : null}
        </Section>
        <Section id="da-tra-loi" title={t("procedures:answered")}>
          {answered.length > 0 ? (
            <p>
              <a href={`${to("/phan-anh.xml")}?thu-tuc=${slug}`}>{t("publication:feed")}</a>
            </p>
          ) : null}
          {answered.length === 0 ? (
            <EmptyState title={t("procedures:noAnswered")} level={3}>
              <ButtonRow>
                <ButtonLink look="secondary" href={`${to("/phan-anh/gui")}?thu-tuc=${slug}`}>
                  {t("procedures:feedback")}
                </ButtonLink>
              </ButtonRow>
            </EmptyState>
          ) : (
            answered.map((one) => (
              <QuestionAnswer
                key={one.slug}
                title={one.title}
                href={to(`/phan-anh/${one.slug}`)}
                question={one.question}
                questionWord={t("common:question")}
                answer={one.answer}
                answerWord={t("common:answer")}
                meta={[formatDay(lang, one.answeredOn)]}
              />
            ))
          )}
        </Section>
      </ScreenOnly>
      <SubscribeBox topic="procedure" slug={slug} name={name} />
    </article>
  );
}
