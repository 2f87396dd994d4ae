import { Timeline } from "#app/components/ui/timeline.tsx";
import type { TimelineStep } from "#app/domain/feedback/vocabulary.ts";
import { formatLongDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** What happened to a case, oldest first; the last one stands out while the case is open. */
export function CaseTimeline({ steps, open }: { steps: readonly { step: TimelineStep; on: string; unit: string | null }[]; open: boolean }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <Timeline
      label={t("feedback:track.timeline")}
      steps={steps.map(({ step, on, unit }, index) => {
        const state = open && index === steps.length - 1 ? "now" : "done";
        return {
          title: t(`feedback:step.${step}`),
          when: formatLongDay(lang, on),
          dateTime: on,
          state,
          stateWord: t(`feedback:stepState.${state}`),
          ...(unit ? { body: <p>{unit}</p> } : {}),
        };
      })}
    />
  );
}
