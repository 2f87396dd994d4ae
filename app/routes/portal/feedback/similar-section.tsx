import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type SimilarShown = { code: string; title: string; answer: string; unit: string };

/** Published answers like what is about to be sent; stands in the form of the last step, which its button may end. */
export function SimilarSection({ similar }: { similar: readonly SimilarShown[] }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Section id="tuong-tu" title={t("feedback:check.similarTitle")}>
      <div className="stack">
        <p>{t("feedback:check.similar")}</p>
        {similar.map((one) => (
          <QuestionAnswer
            key={one.code}
            title={one.title}
            answer={one.answer}
            answerWord={t("common:answer")}
            questionWord={t("common:question")}
            meta={[
              one.unit,
              <a key="link" href={to(`/phan-anh/${one.code}`)} target="_blank" rel="noopener">
                {one.code} ({t("feedback:check.similarNewTab")})
              </a>,
            ]}
          />
        ))}
        <ButtonRow>
          <Button look="secondary" name="intent" value="resolved" icon="check">
            {t("feedback:check.resolved")}
          </Button>
          <ButtonLink look="quiet" href="#noi-dung-gui">
            {t("feedback:check.sendAnyway")}
          </ButtonLink>
        </ButtonRow>
        <p className="muted small">{t("feedback:check.resolvedNote")}</p>
      </div>
    </Section>
  );
}
