import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { comparisonWords } from "./comparison-words.ts";
import type { ComparisonView } from "./results-view.server.ts";

/** How a round stands to the one before, in words that say no more than the sheets allow. */
export function ComparisonSentence({ group, before, comparison, sameUnits }: ComparisonView) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <div>
      <h3>{t("comparison:title")}</h3>
      <p className="measure">
        {comparisonWords({ lang, t }, before.title, before.overall.value, comparison)}{" "}
        <a href={to(`/hai-long/${before.slug}`)}>{t("comparison:see")}</a>
      </p>
      {comparison !== null && !sameUnits ? <p className="muted">{t("comparison:otherUnits")}</p> : null}
      {group === "self_selected" && comparison !== null ? <p className="muted">{t("comparison:selfSelected")}</p> : null}
    </div>
  );
}
