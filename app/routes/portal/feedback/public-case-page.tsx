import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section, TwoColumns } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Deadline } from "#app/components/ui/deadline.tsx";
import { DefinitionList, type Fact } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { ScreenOnly } from "#app/components/ui/media.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { DeadlineExplanation } from "#app/domain/calendar/explain-deadline.ts";
import { submitterTypes, timelineSteps } from "#app/domain/feedback/vocabulary.ts";
import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { CaseTimeline } from "../../feedback/case-timeline.tsx";
import { DaysWalked } from "../../feedback/clock-explanation.tsx";
import { daysInWords } from "../../feedback/clock-words.ts";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { AnsweredCase } from "./answered-case.tsx";
import { Corrections } from "./corrections.tsx";
import { PublicDocuments } from "./public-documents.tsx";
import { PublicPhotos } from "./public-photos.tsx";
import { conclusionWord, fieldWord, kindWord, spareWords, type Answered } from "./to-answered.ts";

export type PublicCaseProps = {
  content: PublicContent["case"];
  explanation: DeadlineExplanation | null;
  related: Answered[];
  /** Where a file opens; its public address when nothing is said. */
  fileHref?: (kind: "photo" | "document", key: string) => string;
};

/** One answered case as everybody reads it. */
export function PublicCasePage({ content, explanation, related, fileHref = (_, key) => `/tep/${key}` }: PublicCaseProps) {
  const t = useText();
  const { lang, to } = useLanguage();
  const unit = inLanguage(lang, content.unit.name);
  const theirs = content.language === lang ? undefined : content.language;
  const { procedure } = content;
  const steps = content.timeline.flatMap(({ step, on, unit: by }) => {
    const known = timelineSteps.find((one) => one === step);
    return known ? [{ step: known, on, unit: by && inLanguage(lang, by) }] : [];
  });

  return (
    <article>
      <PageHeader
        long
        title={<span lang={theirs}>{content.title}</span>}
        kicker={`${kindWord(t, content.kind)} · ${content.code}`}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("common:home"), href: to("/") }, { text: t("feedback:list.title"), href: to("/phan-anh") }, { text: content.code }]}
          />
        }
        lead={
          <p className="cluster">
            <StateTag tone="ok">{t("feedback:page.state", { day: formatDay(lang, content.answeredOn) })}</StateTag>
            <Deadline words={spareWords(t, content)} tone={content.onTime ? "done" : "late"} />
          </p>
        }
      />
      <TwoColumns
        label={t("feedback:page.facts")}
        side={
          <div className="stack">
            <DefinitionList facts={factsOf()} />
            <Rating rating={content.rating} />
            {procedure ? (
              <ScreenOnly>
                <ButtonLink look="secondary" href={`${to("/phan-anh/gui")}?thu-tuc=${procedure.slug}`}>
                  {t("feedback:page.feedbackSame")}
                </ButtonLink>
              </ScreenOnly>
            ) : null}
          </div>
        }
      >
        <div lang={theirs}>
          <Section id="cau-hoi" title={t("feedback:page.question")}>
            <Paragraphs text={content.question} />
          </Section>
          <Section id="tra-loi" title={t("feedback:page.answer", { unit })}>
            <div className="stack">
              {content.conclusion && content.kind !== "hoi_dap" ? (
                <p>
                  {t("feedback:page.conclusion")}: <strong>{conclusionWord(t, content.conclusion)}</strong>
                </p>
              ) : null}
              <Paragraphs text={content.answer} />
              {content.legalBasis ? (
                <div>
                  <h3>{t("feedback:page.legalBasis")}</h3>
                  <Paragraphs text={content.legalBasis} />
                </div>
              ) : null}
              <PublicDocuments documents={content.documents ?? []} hrefOf={(key) => fileHref("document", key)} />
              <Corrections corrections={content.corrections ?? []} />
              <p className="muted small">{t("feedback:page.edited")}</p>
            </div>
          </Section>
        </div>
        {content.photos.length > 0 ? (
          <Section id="anh" title={t("feedback:page.photos")}>
            <PublicPhotos photos={content.photos} hrefOf={(key) => fileHref("photo", key)} />
          </Section>
        ) : null}
        <Section id="qua-trinh" title={t("feedback:page.timeline")}>
          <CaseTimeline steps={steps} open={false} />
        </Section>
        {explanation ? (
          <Section id="thoi-han" title={t("feedback:track.deadlines")}>
            <Deadline
              words={spareWords(t, content)}
              tone={content.onTime ? "done" : "late"}
              date={t("feedback:clock.dueOn", { day: formatDay(lang, content.dueOn) })}
              dateTime={content.dueOn}
            />
            <Disclosure summary={t("feedback:track.why")}>
              <DaysWalked
                explanation={explanation}
                intro={t("feedback:explain.between", {
                  from: formatDay(lang, content.receivedOn),
                  due: formatDay(lang, content.dueOn),
                  time: daysInWords(t, explanation.amount, explanation.count),
                })}
              />
            </Disclosure>
          </Section>
        ) : null}
      </TwoColumns>
      {related.length > 0 ? (
        <ScreenOnly>
          <Section id="lien-quan" title={t("feedback:page.related")}>
            <div className="stack">
              {related.map((one) => (
                <AnsweredCase key={one.code} {...one} />
              ))}
            </div>
          </Section>
        </ScreenOnly>
      ) : null}
    </article>
  );

  function factsOf(): Fact[] {
    const day = (text: string) => formatDay(lang, text);
    const sender = submitterTypes.find((one) => one === content.submitterType);
    return [
      ...(content.field ? [{ term: t("feedback:page.field"), detail: fieldWord(t, content.field) }] : []),
      { term: t("feedback:page.unit"), detail: <a href={to(`/don-vi/${content.unit.slug}`)}>{unit}</a> },
      ...(content.authority && content.authority.slug !== content.unit.slug
        ? [
            {
              term: t("feedback:page.authority"),
              detail: <a href={to(`/don-vi/${content.authority.slug}`)}>{inLanguage(lang, content.authority.name)}</a>,
            },
          ]
        : []),
      ...(procedure
        ? [{ term: t("feedback:page.procedure"), detail: <a href={to(`/thu-tuc/${procedure.slug}`)}>{inLanguage(lang, procedure.name)}</a> }]
        : []),
      ...(sender ? [{ term: t("feedback:page.from"), detail: t(`words:submitterType.${sender}`) }] : []),
      ...(content.place ? [{ term: t("feedback:page.place"), detail: content.place }] : []),
      { term: t("feedback:page.received"), detail: day(content.receivedOn) },
      { term: t("feedback:page.due"), detail: day(content.dueOn) },
      { term: t("feedback:page.answered"), detail: day(content.answeredOn) },
      { term: t("feedback:page.published"), detail: day(content.publishedOn) },
    ];
  }
}

function Rating({ rating }: { rating: number | null }) {
  const t = useText();
  const stars = ([1, 2, 3, 4, 5] as const).find((one) => one === rating);
  return (
    <div>
      <p className="stat-label">{t("feedback:page.rating")}</p>
      <p>{stars ? t(`feedback:track.stars.s${stars}`) : t("feedback:page.noRating")}</p>
    </div>
  );
}
