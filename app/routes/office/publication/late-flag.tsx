import { StateTag } from "#app/components/ui/tag.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Red when an answer waits, or waited, longer for its publication than two working days. */
export function LateFlag({ clocks }: { clocks: CaseForOffice["clocks"] }) {
  const t = useText();
  const { lang } = useLanguage();
  const clock = clocks.findLast((one) => one.step === "publish" && one.outcome !== "void");
  if (!clock || !(clock.overdue || clock.outcome === "late")) return null;
  return (
    <>
      <StateTag tone="bad">{t("publication:late")}</StateTag>
      <span className="small">{t("publication:lateLine", { day: formatDay(lang, clock.dueOn) })}</span>
    </>
  );
}
