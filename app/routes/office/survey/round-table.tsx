import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoundLine } from "./read-rounds.server.ts";
import { roundTones } from "./round-tones.ts";

export function RoundTable({ rounds }: { rounds: readonly RoundLine[] }) {
  const { to } = useLanguage();
  const t = useText();
  return (
    <Table
      stacks
      id="cac-dot"
      caption={t("surveys:office.caption")}
      hideCaption
      rows={rounds}
      rowKey={({ slug }) => slug}
      columns={[
        { header: t("surveys:office.round"), names: true, cell: ({ slug, title }) => <a href={to(`/can-bo/khao-sat/${slug}`)}>{title}</a> },
        { header: t("surveys:office.authority"), cell: ({ authority }) => authority },
        {
          header: t("surveys:office.state"),
          cell: ({ state, stage }) => <StateTag tone={roundTones[state]}>{t(`words:roundStage.${stage}`)}</StateTag>,
        },
        { header: t("surveys:office.period"), cell: ({ period }) => period },
        { header: t("surveys:office.sheets"), align: "end", cell: ({ sheets }) => sheets },
      ]}
    />
  );
}
