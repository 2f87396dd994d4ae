import type { SimilarFigures } from "#app/domain/feedback/index.server.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type SimilarSpan = SimilarFigures & { from: string; to: string };

const smallBelow = 30;

/** How often a published answer ended a matter before it was sent, and what the figure rests on. */
export function SimilarLine({ from, to, shown, resolved, sentAnyway }: SimilarSpan) {
  const t = useText();
  const { lang } = useLanguage();
  const span = { from: formatDay(lang, from), to: formatDay(lang, to) };
  if (shown === 0) return <p className="measure">{t("feedback:similarFigures.none", span)}</p>;
  // Shown yesterday, settled today: never more than all. A share of few says little.
  const share = formatPercent(lang, Math.min(100, (resolved / shown) * 100));
  const numbers = { shown: formatNumber(lang, shown), resolved: formatNumber(lang, resolved), sentAnyway: formatNumber(lang, sentAnyway) };
  return (
    <>
      <p className="measure">
        {t("feedback:similarFigures.line", { ...span, ...numbers })} {shown < smallBelow ? null : t("feedback:similarFigures.share", { share })}
      </p>
      <p className="muted small measure">{t("feedback:similarFigures.how")}</p>
    </>
  );
}
