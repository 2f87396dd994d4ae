import { formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Beside the consent: which questions are about sensitive data, and what for (Law 91/2025/QH15, Decree 356/2025/NĐ-CP, article 4). */
export function SensitiveNote({ questions }: { questions: readonly string[] }) {
  const { lang } = useLanguage();
  const t = useText();
  if (questions.length === 0) return null;
  return <p className="muted measure">{t("surveys:form.sensitiveConsent", { questions: formatList(lang, questions) })}</p>;
}
