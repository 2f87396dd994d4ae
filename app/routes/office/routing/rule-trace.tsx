import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag, type Tone } from "#app/components/ui/tag.tsx";
import type { RoutingCondition } from "#app/domain/routing/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Outcome = "fires" | "not_met" | "switched_off" | "unit_not_possible" | "not_reached";
export type TraceView = {
  about: string | null;
  fired: { rule: string; unit: string } | null;
  lines: { id: string; name: string; unit: string; outcome: Outcome; conditions: { condition: RoutingCondition; metBy: string | null }[] }[];
};

const tones: Record<Outcome, Tone> = { fires: "ok", not_met: "neutral", switched_off: "neutral", unit_not_possible: "warn", not_reached: "neutral" };

/** Which rule fires, and what each of the others lacked. */
export function RuleTrace({ trace }: { trace: TraceView }) {
  const t = useText();
  return (
    <div className="stack">
      {trace.about ? <p>{trace.about}</p> : null}
      {trace.fired ? <Notice tone="ok">{t("routing:simulator.fires", trace.fired)}</Notice> : <Notice>{t("routing:simulator.none")}</Notice>}
      <Table
        id="tung-quy-tac"
        caption={t("routing:simulator.traceCaption")}
        stacks
        columns={[
          { header: t("routing:rule"), names: true, cell: (line) => line.name },
          {
            header: t("routing:simulator.outcome"),
            cell: (line) => <StateTag tone={tones[line.outcome]}>{t(`routing:simulator.outcomes.${line.outcome}`)}</StateTag>,
          },
          {
            header: t("routing:simulator.why"),
            cell: (line) => (
              <ul className="stack stack-tight">
                {line.conditions.map(({ condition, metBy }) => (
                  <li key={condition}>
                    {t(`routing:condition.${condition}`)}:{" "}
                    {metBy === null ? t("routing:simulator.notMet") : t("routing:simulator.met", { by: metBy })}
                  </li>
                ))}
              </ul>
            ),
          },
          { header: t("routing:unit"), cell: (line) => line.unit },
        ]}
        rows={trace.lines}
        rowKey={(line) => line.id}
      />
    </div>
  );
}
