import { Card } from "#app/components/ui/card.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Task = PublicContent["plan"]["tasks"][number];

const tones = { not_started: "neutral", in_progress: "info", done: "ok", late: "bad", not_done: "warn" } as const;
type TaskState = keyof typeof tones;

/** One task: its words (bullets where it has them), its state, who leads, by when, what comes out. */
export function PlanTask({ task, unitNames }: { task: Task; unitNames: Record<string, string> }) {
  const { lang } = useLanguage();
  const t = useText();
  const state = task.state as TaskState;
  const lines = task.task.split("\n");
  const bullets = lines.filter((line) => line.startsWith("- "));
  return (
    <Card>
      <StateTag tone={tones[state]}>{t(`plans:states.${state}`)}</StateTag>
      {lines
        .filter((line) => !line.startsWith("- "))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {bullets.length > 0 ? (
        <ul>
          {bullets.map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
        </ul>
      ) : null}
      {task.output ? (
        <p className="small">
          <strong>{t("plans:output")}:</strong> {task.output}
        </p>
      ) : null}
      <MetaLine
        facts={[
          task.lead ? `${t("plans:lead_unit")}: ${inLanguage(lang, task.lead.name)}` : null,
          task.cooperating.length > 0 ? t("plans:cooperating", { units: task.cooperating.map((code) => unitNames[code] ?? code).join("; ") }) : null,
          task.timing,
          task.deadline ? t("plans:by", { day: formatDay(lang, task.deadline) }) : null,
        ]}
      />
    </Card>
  );
}
