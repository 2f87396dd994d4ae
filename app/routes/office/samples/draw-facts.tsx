import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { contactTermDays } from "#app/domain/samples/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { SampleView } from "./read-sample.server.ts";

/** How people were drawn, so that it can be repeated, and how far their answers have come. */
export function DrawFacts({ draw }: { draw: NonNullable<SampleView["draw"]> }) {
  const t = useText();
  const mark = (text: string) => <span className="code">{text}</span>;
  const numbers = ["population", "planned", "drawn", "reached", "answered", "rate"] as const;
  const headers = {
    population: t("samples:plan.inList"),
    planned: t("samples:plan.wanted"),
    drawn: t("samples:progress.drawn"),
    reached: t("samples:progress.reached"),
    answered: t("samples:progress.answered"),
    rate: t("samples:progress.rate"),
  };
  return (
    <>
      <Section id="tra-loi" title={t("samples:progress.title")}>
        <div className="stack">
          <Table
            id="theo-tang"
            caption={t("samples:progress.caption")}
            hideCaption
            stacks
            rows={draw.strata.length > 1 ? [...draw.strata, draw.sum] : draw.strata}
            columns={[
              { header: t("samples:plan.stratum"), names: true, cell: ({ name }) => name },
              ...numbers.map((key) => ({ header: headers[key], align: "end" as const, cell: (row: (typeof draw)["sum"]) => row[key] })),
            ]}
          />
          <p className="small muted measure">{t("samples:progress.note")}</p>
        </div>
      </Section>
      <Section id="lan-rut" title={t("samples:drawn.title")}>
        <DefinitionList
          facts={[
            { term: t("samples:drawn.at"), detail: draw.at },
            { term: t("samples:drawn.by"), detail: draw.plan },
            { term: t("samples:drawn.seed"), detail: mark(draw.seed) },
            { term: t("samples:drawn.listMark"), detail: mark(draw.listMark) },
            { term: t("samples:drawn.drawMark"), detail: mark(draw.drawMark) },
            {
              term: t("samples:drawn.kept"),
              detail: draw.erasedOn
                ? t("samples:drawn.erased", { day: draw.erasedOn })
                : t("samples:drawn.keptUntil", { days: String(contactTermDays) }),
            },
          ]}
        />
      </Section>
    </>
  );
}
