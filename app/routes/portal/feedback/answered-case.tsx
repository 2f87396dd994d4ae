import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { Answered } from "./to-answered.ts";

/** A published case in a list: what was asked and what was answered, both in sight. */
export function AnsweredCase({ code, title, question, answer, language, meta, level }: Answered & { level?: 2 | 3 }) {
  const t = useText();
  const { lang, to } = useLanguage();
  return (
    <div lang={language === lang ? undefined : language}>
      <QuestionAnswer
        title={title}
        href={to(`/phan-anh/${code}`)}
        question={question}
        questionWord={t("common:question")}
        answer={answer}
        answerWord={t("common:answer")}
        meta={meta}
        level={level}
      />
    </div>
  );
}
