import { formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { GroupView } from "./results-view.server.ts";

/** The index if each unit counted by its transactions, told as a check and never as the index itself. */
export function TransactionsNote({ overall, byTransactions }: Pick<GroupView, "overall" | "byTransactions">) {
  const { lang } = useLanguage();
  const t = useText();
  if (!byTransactions || byTransactions.figure.value === null || overall.value === null) return null;
  const percent = (value: number) => formatPercent(lang, value, 2);
  return (
    <p className="muted measure">
      {t("checks:transactions", { value: percent(byTransactions.figure.value), raw: percent(overall.value) })}
      {byTransactions.hidden > 0 ? ` ${t("checks:transactionsHidden", { count: byTransactions.hidden })}` : ""}
    </p>
  );
}
