import { StepIndicator } from "#app/components/form/step-indicator.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { AnswerPromise } from "../../feedback/answer-promise.server.ts";
import { CaseForm, type CaseFormProps } from "./case-form.tsx";
import { CaseReview, type CaseReviewProps } from "./case-review.tsx";
import { Expectations, Promised } from "./expectations.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { QuestionStep, type QuestionStepProps } from "./question-step.tsx";

type SendStepsProps =
  | { step: "kind"; about: Record<string, string> }
  | ({ step: "questions" } & QuestionStepProps)
  | ({ step: "form"; unknownProcedure: boolean; promise: AnswerPromise | null } & CaseFormProps)
  | ({ step: "check" } & CaseReviewProps);

const steps = ["kind", "content", "check"] as const;
const placeOf = { kind: 0, questions: 0, form: 1, check: 2 } as const;

/** Sending in three steps: which kind, what, check and send. */
export function SendSteps(shown: SendStepsProps) {
  const t = useText();
  const now = placeOf[shown.step];
  const name = (index: number) => t(`feedback:send.steps.${steps[index] ?? "kind"}`);
  return (
    <>
      <PageHeader {...headerOf(shown, t)} />
      <div className="stack stack-loose">
        <StepIndicator
          label={t("feedback:send.steps.label")}
          words={t("feedback:send.steps.words", { now: String(now + 1), all: String(steps.length), name: name(now) })}
          steps={steps.map((_, index) => ({ label: name(index), state: index < now ? "done" : index === now ? "now" : "todo" }))}
        />
        {shown.step === "kind" ? <KindChoice about={shown.about} /> : null}
        {shown.step === "questions" ? <QuestionStep {...shown} /> : null}
        {shown.step === "form" ? (
          <>
            {shown.unknownProcedure ? <Notice tone="warn">{t("feedback:send.unknownProcedure")}</Notice> : null}
            {shown.promise ? <Promised {...shown.promise} /> : null}
            <Expectations kind={shown.kind} promise={shown.promise} />
            <CaseForm {...shown} />
          </>
        ) : null}
        {shown.step === "check" ? <CaseReview {...shown} /> : null}
      </div>
    </>
  );
}

function headerOf(shown: SendStepsProps, t: ReturnType<typeof useText>) {
  if (shown.step === "check") return { title: t("feedback:check.title"), lead: <p>{t("feedback:check.lead")}</p> };
  if (shown.step === "form" || shown.step === "questions")
    return {
      title: t(`feedback:send.choices.${shown.kind}.title`),
      kicker: t("feedback:send.title"),
      lead: <p>{t(`feedback:send.choices.${shown.kind}.line`)}</p>,
    };
  return { title: t("feedback:send.title"), lead: <p>{t("feedback:send.lead")}</p> };
}
