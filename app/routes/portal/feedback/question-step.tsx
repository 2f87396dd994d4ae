import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { firstQuestions, questionsParameter } from "./first-questions.ts";
import { UrgentNotice } from "./urgent-notice.tsx";

export type QuestionStepProps = {
  kind: CaseKind;
  /** Procedure, unit: goes along. */
  about: Record<string, string>;
  /** Somebody is in danger; where to go on then. */
  danger: { next: string } | null;
};

/** A few yes-or-no questions, so that nobody writes what this page may not take. Answers go nowhere but to the next address. */
export function QuestionStep({ kind, about, danger }: QuestionStepProps) {
  const t = useText();
  const { to } = useLanguage();
  const address = to("/phan-anh/gui");
  if (danger) {
    return (
      <div className="stack measure">
        <UrgentNotice />
        <p>
          <ButtonLink look="secondary" href={`${address}?${new URLSearchParams({ loai: danger.next, ...about })}`}>
            {t("feedback:first.goOn")}
          </ButtonLink>
        </p>
      </div>
    );
  }
  const straight = `${address}?${new URLSearchParams({ loai: kind, ...about })}`;
  return (
    <Section id="cau-hoi" title={t("feedback:first.title")}>
      <form method="get" action={address} className="stack">
        <p className="measure">{t("feedback:first.lead")}</p>
        {Object.entries({ loai: kind, ...about, [questionsParameter]: "xong" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {firstQuestions.map(([name, question]) => (
          <RadioGroup
            key={name}
            id={name}
            name={name}
            label={t(`feedback:first.questions.${question}`)}
            choices={[
              { value: "khong", label: t("feedback:first.no") },
              { value: "co", label: t("feedback:first.yes") },
            ]}
          />
        ))}
        <SubmitRow text={t("feedback:first.next")} note={<p className="muted">{t("feedback:first.notKept")}</p>}>
          <a href={straight}>{t("feedback:first.skip")}</a>
        </SubmitRow>
      </form>
    </Section>
  );
}
