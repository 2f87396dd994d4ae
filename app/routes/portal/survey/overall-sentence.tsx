import type { Figure } from "#app/domain/insights/figures.ts";
import { Stat } from "#app/components/ui/stat.tsx";
import { formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { figureWords } from "./figure-words.ts";
import { provisionalWords } from "./provisional-words.ts";

/** The figure that matters most, as a sentence, with its number of sheets, its interval and how final it is. */
export function OverallSentence({
  overall,
  dissatisfaction,
  target,
  state,
  closesOn,
  keyingUntil,
  decimals = 1,
  what,
}: {
  overall: Figure;
  dissatisfaction?: Figure | undefined;
  target: number | null;
  state: string;
  closesOn: string;
  /** Until when paper is typed in, where that is later. */
  keyingUntil: string | null;
  decimals?: number | undefined;
  /** With what people are satisfied, where there are two such figures. */
  what?: string | undefined;
}) {
  const { lang } = useLanguage();
  const t = useText();
  const words = figureWords(t, lang, overall, target, decimals);
  if (!words) return null;
  const isOpen = state === "open";
  const unhappy = dissatisfaction?.value;
  return (
    <Stat
      label={[what ?? t("results:value"), isOpen ? undefined : t("results:final")].filter(Boolean).join(" · ")}
      value={words.value}
      sentence={[
        words.standing,
        unhappy === undefined || unhappy === null ? undefined : t("results:dissatisfied", { value: formatPercent(lang, unhappy, decimals) }),
      ]
        .filter(Boolean)
        .join("; ")}
      base={[words.base, words.small].filter(Boolean).join(", ")}
      interval={[words.interval, isOpen ? provisionalWords(t, lang, { closesOn, keyingUntil }) : undefined].filter(Boolean).join(" · ")}
      meter={{ value: overall.value ?? 0, target: target ?? undefined, low: overall.low ?? undefined, high: overall.high ?? undefined }}
    />
  );
}
