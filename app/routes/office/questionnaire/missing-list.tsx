import { Notice } from "#app/components/ui/notice.tsx";
import type { Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import type { Missing } from "#app/domain/surveys/what-is-missing.ts";
import { useText } from "#app/i18n/use-text.ts";
import { missingKey } from "./missing-words.ts";

/** What keeps a draft from being finished, each with the way to where it is put right. */
export function MissingList({ missing, content, href }: { missing: readonly Missing[]; content: Questionnaire; href: (question: string) => string }) {
  const t = useText();
  if (missing.length === 0) return <Notice tone="ok">{t("questionnaires:missing.none")}</Notice>;
  const known = new Set(content.questions.map(({ code }) => code));
  return (
    <Notice tone="warn" title={t("questionnaires:missing.title", { count: missing.length })}>
      <ul>
        {missing.map(({ key, question, field }) => {
          const sentence = t(`questionnaires:missing.${missingKey(key)}`);
          const target =
            question !== null && known.has(question) ? href(question) : question === null && field === "questions" ? "#them" : "#phan-dau";
          return (
            <li key={`${question ?? ""} ${field} ${key}`}>
              <a href={target}>
                {question === null ? t("questionnaires:missing.heading", { sentence }) : t("questionnaires:missing.question", { question, sentence })}
              </a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
