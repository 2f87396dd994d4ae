import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { GroupView } from "./results-view.server.ts";
import { designEffectOf } from "./design-effect-of.ts";

/** Whom a drawn sample stands for, how its sheets were weighted, and what that costs. */
export function SampleNote({ sample, overall }: Pick<GroupView, "sample" | "overall">) {
  const { lang } = useLanguage();
  const t = useText();
  if (!sample) return <p className="muted">{t("comparison:sampleUnweighted")}</p>;
  const { population, strata, weights } = sample;
  const effect = designEffectOf(overall);
  return (
    <>
      <p className="muted">
        {t("comparison:sample", { population: formatNumber(lang, population), strata: String(strata) })}{" "}
        {weights < strata ? `${t("comparison:sampleJoined", { weights: String(weights) })} ` : ""}
        {t("comparison:sampleLevels")}
      </p>
      {effect ? (
        <p className="muted measure">
          {t("checks:effect", {
            n: formatNumber(lang, effect.n),
            effective: formatNumber(lang, Math.round(effect.effective)),
            effect: formatNumber(lang, effect.effect, 2),
          })}{" "}
          {effect.effect < 1 ? t("checks:effectLess") : t("checks:effectMore")}
        </p>
      ) : null}
    </>
  );
}
