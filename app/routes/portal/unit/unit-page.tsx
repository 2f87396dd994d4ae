import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import type { Headline, TrendStep } from "#app/domain/surveys/index.server.ts";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import type { SuccessionKind } from "#app/domain/units/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FeedbackFigures, type PublicFigures } from "../feedback/public-figures.tsx";
import { SubscribeBox } from "../subscription/subscribe-form.tsx";
import { ImprovementsSection, type PublicImprovement } from "../survey/improvements-section.tsx";
import { RemarkQuotes } from "../survey/remark-quotes.tsx";
import { HeadlineStat } from "../survey/headline-stat.tsx";
import { RoundTrend } from "../survey/round-trend.tsx";

type UnitContent = PublicContent["unit"];

export type UnitPageProps = {
  slug: string;
  isAuthority: boolean;
  unit: UnitContent;
  procedureCount: number;
  satisfaction: Headline | undefined;
  trend: TrendStep[];
  feedback: PublicFigures | undefined;
  improvements: PublicImprovement[];
  remarks: { slug: string; content: PublicContent["remark"] }[];
  parts: { slug: string; name: string }[];
  procedures: { slug: string; name: string; field: string }[];
  answers: { slug: string; title: string; answer: string; answeredOn: string; unitThen: string }[];
};

/** A unit: what it does, what it was called, who came before and after, its procedures and its answers. */
export function UnitPage({
  slug,
  isAuthority,
  unit,
  procedureCount,
  satisfaction,
  trend,
  feedback,
  improvements,
  remarks,
  parts,
  procedures,
  answers,
}: UnitPageProps) {
  const { lang, to } = useLanguage();
  const t = useText();
  const name = inLanguage(lang, unit.name);
  const filter = `${isAuthority ? "co-quan" : "don-vi"}=${slug}`;
  return (
    <article>
      <PageHeader
        long
        title={name}
        kicker={unit.parent ? t("units:partOf", { name: inLanguage(lang, unit.parent.name) }) : undefined}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("common:home"), href: to("/") },
              { text: t("units:title"), href: to("/don-vi") },
              ...(unit.parent ? [{ text: inLanguage(lang, unit.parent.name), href: to(`/don-vi/${unit.parent.slug}`) }] : []),
              { text: unit.shortName ?? name },
            ]}
          />
        }
        actions={
          unit.inForce && !unit.external ? <ButtonLink href={`${to("/phan-anh/gui")}?don-vi=${slug}`}>{t("units:send")}</ButtonLink> : undefined
        }
      />
      {unit.inForce ? null : (
        <Notice tone="warn" title={t("units:formerly")}>
          <Relatives relatives={unit.successors} word={t("units:successors")} />
        </Notice>
      )}
      {unit.responsibilities.length > 0 ? (
        <Section id="nhiem-vu" title={t("units:responsibilities")}>
          <ul className="measure">
            {unit.responsibilities.map((one) => (
              <li key={one.vi}>{inLanguage(lang, one)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {parts.length > 0 ? (
        <Section id="truc-thuoc" title={t("units:parts")}>
          <ul className="measure">
            {parts.map((part) => (
              <li key={part.slug}>
                <a href={to(`/don-vi/${part.slug}`)}>{part.name}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {satisfaction ? (
        <Section id="hai-long" title={t("units:satisfaction")}>
          <HeadlineStat {...satisfaction} href={`${to(`/hai-long/${satisfaction.roundSlug}`)}${isAuthority ? "" : `?don-vi=${slug}`}`} />
          {trend.length > 1 ? <RoundTrend id="bieu-do-qua-cac-dot" summary={t("checks:trendOf")} steps={trend} target={null} /> : null}
        </Section>
      ) : null}
      {remarks[0] ? (
        <Section
          id="nguoi-dan-noi"
          title={t("remarks:public.unitTitle")}
          more={{
            href: `${to(`/hai-long/${remarks[0].content.round.slug}/loi-gop-y`)}${isAuthority ? "" : `?don-vi=${slug}`}`,
            text: t("remarks:public.every"),
          }}
        >
          <RemarkQuotes items={remarks} named={isAuthority} />
        </Section>
      ) : null}
      <ImprovementsSection items={improvements} named={isAuthority} />
      {feedback?.received.value ? (
        <Section id="so-lieu" title={t("units:figures")}>
          <FeedbackFigures {...feedback} />
        </Section>
      ) : null}
      {procedureCount > 0 ? (
        <Section
          id="thu-tuc"
          title={t("units:procedures")}
          more={isAuthority ? { href: `${to("/thu-tuc")}?${filter}`, text: t("units:allProcedures") } : undefined}
        >
          <ItemList level={3} items={procedures.map((one) => ({ href: to(`/thu-tuc/${one.slug}`), title: one.name, meta: [one.field] }))} />
        </Section>
      ) : null}
      {unit.external ? null : (
        <Section
          id="tra-loi"
          title={t("units:answers")}
          more={answers.length > 0 ? { href: `${to("/phan-anh")}?${filter}`, text: t("units:allAnswers") } : undefined}
        >
          {answers.length === 0 ? <p className="muted">{t("units:noAnswers")}</p> : null}
          {answers.length > 0 ? (
            <p>
              <a href={`${to("/phan-anh.xml")}?${filter}`}>{t("publication:feed")}</a>
            </p>
          ) : null}
          {answers.map((one) => (
            <QuestionAnswer
              key={one.slug}
              title={one.title}
              href={to(`/phan-anh/${one.slug}`)}
              questionWord={t("common:question")}
              answerWord={t("common:answer")}
              answer={one.answer}
              meta={[one.unitThen, formatDay(lang, one.answeredOn)]}
            />
          ))}
        </Section>
      )}
      <Section id="lich-su" title={t("units:names")}>
        <DefinitionList
          facts={[
            ...unit.names.map((one) => ({
              term:
                [one.from && t("units:from", { day: formatDay(lang, one.from) }), one.to && t("units:until", { day: formatDay(lang, one.to) })]
                  .filter(Boolean)
                  .join(" ") || t("units:dateUnknown"),
              detail: [inLanguage(lang, one.name), one.decision].filter(Boolean).join(", "),
            })),
            ...(unit.province ? [{ term: t("units:province"), detail: unit.province }] : []),
          ]}
        />
        <Relatives relatives={unit.predecessors} word={t("units:predecessors")} />
        {unit.inForce ? <Relatives relatives={unit.successors} word={t("units:successors")} /> : null}
      </Section>
      {unit.inForce && !unit.external ? <SubscribeBox topic="unit" slug={slug} name={name} /> : null}
    </article>
  );
}

function Relatives({ relatives, word }: { relatives: UnitContent["successors"]; word: string }) {
  const { lang, to } = useLanguage();
  const t = useText();
  if (relatives.length === 0) return null;
  return (
    <>
      <p>{word}:</p>
      <ul>
        {relatives.map((one) => (
          <li key={`${one.slug} ${one.on}`}>
            <a href={to(`/don-vi/${one.slug}`)}>{inLanguage(lang, one.name)}</a>, {t(`units:succession.${one.kind as SuccessionKind}`)}{" "}
            {formatDay(lang, one.on)}
          </li>
        ))}
      </ul>
    </>
  );
}
