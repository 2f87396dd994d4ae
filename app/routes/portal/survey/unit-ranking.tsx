import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/i18n/use-text.ts";
import { rankWords } from "./comparison-words.ts";
import type { GroupView } from "./results-view.server.ts";

/** The places that the data allow, as ranges; or a sentence that says why there are none. */
export function UnitRanking({ view, part }: { view: GroupView; part: string }) {
  const t = useText();
  const { ranks, units } = view;
  if (units.filter(({ figure }) => !figure.suppressed).length < 2) return null;
  if (!ranks) return <p>{t("comparison:notRanked")}</p>;
  const rows = units
    .map(({ code, label }, index) => ({ code, label: label || t("results:unnamed"), rank: ranks[index] ?? null }))
    .sort((a, b) => (a.rank?.best ?? Infinity) - (b.rank?.best ?? Infinity) || (a.rank?.worst ?? Infinity) - (b.rank?.worst ?? Infinity) || 0);
  return (
    <>
      <h3>{t("comparison:ranking")}</h3>
      <p className="measure">{t("comparison:rankingNote")}</p>
      <Table
        id={`hang-don-vi-${part}`}
        caption={t("comparison:ranking")}
        hideCaption
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { header: t("results:row.unit"), names: true, cell: ({ label }) => label },
          { header: t("comparison:rank"), align: "end", cell: ({ rank }) => rankWords(t, rank) },
        ]}
      />
    </>
  );
}
