import { Stat } from "#app/components/ui/stat.tsx";
import type { Headline } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { figureWords } from "./figure-words.ts";
import { provisionalWords } from "./provisional-words.ts";

/** An authority's newest overall figure: its number, how it stands to the target, what it rests on. */
export function HeadlineStat({
  authority,
  overall,
  target,
  roundSlug,
  final,
  closesOn,
  keyingUntil,
  href,
}: Headline & { href?: string | undefined }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const words = figureWords(t, lang, overall, target);
  if (!words) return null;
  const progress = final ? t("results:final") : provisionalWords(t, lang, { closesOn, keyingUntil });
  return (
    <Stat
      label={inLanguage(lang, authority.name)}
      href={href ?? to(`/hai-long/${roundSlug}`)}
      value={words.value}
      sentence={words.standing}
      base={[words.base, words.small].filter(Boolean).join(", ")}
      interval={[words.interval, progress].filter(Boolean).join(" · ")}
      meter={{ value: overall.value ?? 0, target: target ?? undefined, low: overall.low ?? undefined, high: overall.high ?? undefined }}
    />
  );
}
