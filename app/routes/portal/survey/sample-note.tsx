import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { GroupView } from "./results-view.server.ts";

/** Whom a drawn sample stands for, and how its sheets were weighted. */
export function SampleNote({ sample }: Pick<GroupView, "sample">) {
  const { lang } = useLanguage();
  const t = useText();
  if (!sample) return <p className="muted">{t("comparison:sampleUnweighted")}</p>;
  const { population, strata, weights } = sample;
  return (
    <p className="muted">
      {t("comparison:sample", { population: formatNumber(lang, population), strata: String(strata) })}{" "}
      {weights < strata ? `${t("comparison:sampleJoined", { weights: String(weights) })} ` : ""}
      {t("comparison:sampleLevels")}
    </p>
  );
}
