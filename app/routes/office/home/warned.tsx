import { Section } from "#app/components/layout/section.tsx";
import { WorkList } from "#app/components/layout/work-list.tsx";
import { Deadline, type DeadlineTone } from "#app/components/ui/deadline.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type WarnedLine = { id: string; code: string; step: string; kind: string; words: string; tone: DeadlineTone; day: string; dateTime: string };

/** Deadlines this official was reminded of and that still run. */
export function WarnedSection({ lines, total }: { lines: readonly WarnedLine[]; total: number }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Section id="nhac-han" title={t("calendar:warned.title")} more={{ href: to("/can-bo/ho-so"), text: t("office:home.all", { count: total }) }}>
      <WorkList
        label={t("calendar:warned.label")}
        rows={lines.map((line) => ({
          href: to(`/can-bo/ho-so/${line.code}`),
          deadline: <Deadline words={line.words} tone={line.tone} date={line.day} dateTime={line.dateTime} />,
          title: line.step,
          note: (
            <>
              <span className="code">{line.code}</span> · {line.kind}
            </>
          ),
        }))}
      />
    </Section>
  );
}
