import type { Figure } from "#app/domain/insights/figures.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { useText } from "#app/i18n/use-text.ts";

type Text = ReturnType<typeof useText>;

/** Above or below the target, but not by more than chance may do. */
const holdsTarget = ({ low, high }: Figure, target: number | null) =>
  target !== null && low !== null && high !== null && low <= target && target <= high;

/** A figure in words for a reader: value, what it rests on, and how it stands to the target. */
export function figureWords(t: Text, lang: Language, figure: Figure, target: number | null, decimals = 1) {
  const percent = (value: number) => formatPercent(lang, value, decimals);
  const { value, n, low, high } = figure;
  if (value === null || n === null) return undefined;
  const against = target === null ? undefined : { target: formatPercent(lang, target, Number.isInteger(target) ? 0 : 1) };
  const standing = target === null ? "plain" : value > target ? "above" : value < target ? "below" : "met";
  return {
    value: percent(value),
    /** “87,4 % hài lòng, vượt mục tiêu 83 %” */
    sentence: t(`results:sentence.${standing}`, { value: percent(value), target: "", ...against }),
    /** “Vượt mục tiêu 83 %”; undefined without a target. */
    standing: standing === "plain" ? undefined : t(`results:${standing}`, { target: "", ...against }),
    base: t("results:sheets", { count: n, formatted: formatNumber(lang, n) }),
    interval:
      low === null || high === null
        ? undefined
        : t(holdsTarget(figure, target) ? "results:intervalHoldsTarget" : "results:interval", { low: percent(low), high: percent(high) }),
    small: figure.small ? t("results:small") : undefined,
  };
}
