import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** Who did what with the round and when, as the trace has it. */
export function RoundHistory({ steps }: { steps: readonly { what: string; at: string; name: string | null }[] }) {
  const t = useText();
  return (
    <Section id="nhat-ky" title={t("life:history")}>
      <Disclosure summary={t("life:historyMore")}>
        <Timeline
          label={t("life:history")}
          steps={steps.map(({ what, at, name }) => ({
            title: what,
            when: t("life:doneBy", { at, name: name ?? t("life:portal") }),
            state: "done" as const,
            stateWord: t("life:doneState"),
          }))}
        />
      </Disclosure>
    </Section>
  );
}
