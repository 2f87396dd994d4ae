import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import type { SenderCase } from "#app/domain/feedback/index.server.ts";
import { conclusions } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { SenderDocuments } from "./sender-files.tsx";
import { errorOf, typedOf, type Refused } from "./sender-forms.tsx";

const scale = [1, 2, 3, 4, 5] as const;

/** The answers given, the newest first, and the rating of it. */
export function SenderAnswer({ theCase, refused }: { theCase: SenderCase; refused: Refused | undefined }) {
  const t = useText();
  const { lang, to } = useLanguage();
  return (
    <Section id="tra-loi" title={t("feedback:track.answer")}>
      <div className="stack">
        {theCase.answers.map((answer) => {
          // A question is answered; nothing in it is found right or wrong.
          const conclusion = theCase.kind === "hoi_dap" ? undefined : conclusions.find((word) => word === answer.conclusion);
          return (
            <div key={answer.round} className="card">
              <p className="small muted">{t("feedback:track.answeredOn", { day: formatDay(lang, answer.answeredOn) })}</p>
              <Paragraphs text={answer.body} />
              <DefinitionList
                facts={[
                  ...(conclusion ? [{ term: t("feedback:track.conclusion"), detail: t(`words:conclusion.${conclusion}`) }] : []),
                  ...(answer.legalBasis
                    ? [{ term: t("feedback:track.legalBasis"), detail: <span className="whitespace-pre-line">{answer.legalBasis}</span> }]
                    : []),
                ]}
              />
              <SenderDocuments documents={answer.documents} />
            </div>
          );
        })}
        {theCase.published ? (
          <p>
            <a href={to(`/phan-anh/${theCase.code}`)}>{t("feedback:track.publicPage")}</a>
          </p>
        ) : null}
        {theCase.rating === null ? null : <p>{t("feedback:track.yourRating", { stars: String(theCase.rating) })}</p>}
        {theCase.may.includes("rate") ? <RateForm until={theCase.rateUntil} refused={refused} /> : null}
      </div>
    </Section>
  );
}

/** Five plain radio buttons with words: a star widget is unreachable for many. */
function RateForm({ until, refused }: { until: string | null; refused: Refused | undefined }) {
  const t = useText();
  const { lang } = useLanguage();
  const typed = typedOf(refused, "rate");
  return (
    <form method="post" noValidate className="stack" data-once="">
      <input type="hidden" name="intent" value="rate" />
      <RadioGroup
        id="f-rate"
        name="stars"
        label={t("feedback:track.rateTitle")}
        hint={t("feedback:track.rateHint")}
        error={errorOf(refused, "rate")}
        defaultValue={typed.stars}
        choices={scale.map((stars) => ({ value: String(stars), label: t(`feedback:track.stars.s${stars}`) }))}
      />
      <TextArea
        id="comment"
        name="comment"
        rows={3}
        label={t("feedback:track.comment")}
        optional={t("common:optional")}
        limit={1000}
        defaultValue={typed.comment}
      />
      <SubmitRow
        text={t("feedback:track.rate")}
        note={until ? <p className="muted">{t("feedback:track.rateUntil", { day: formatDay(lang, until) })}</p> : undefined}
      />
    </form>
  );
}
