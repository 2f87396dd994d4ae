import { Table } from "#app/components/ui/table.tsx";
import { StateTag, type Tone } from "#app/components/ui/tag.tsx";
import type { BatchState } from "#app/domain/paper/vocabulary.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { BatchLine } from "./read-batches.server.ts";

const tones: Readonly<Record<BatchState, Tone>> = { keying: "info", committed: "ok", discarded: "neutral" };

/** The piles of a round, with who typed them and how far they are. */
export function BatchTable({ batches }: { batches: readonly BatchLine[] }) {
  const { lang, to } = useLanguage();
  const t = useText();
  const numbers = ({ from, to: last }: BatchLine) => t("paper:batches.numbers", { from: String(from), to: String(last) });
  return (
    <Table
      id="cac-tap"
      caption={t("paper:batches.caption")}
      hideCaption
      stacks
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        {
          header: t("paper:batches.batch"),
          names: true,
          cell: (batch) =>
            batch.state === "keying" ? <a href={to(`/can-bo/khao-sat/${batch.slug}/nhap-phieu/${batch.id}`)}>{numbers(batch)}</a> : numbers(batch),
        },
        { header: t("paper:batches.unit"), cell: ({ unit }) => unit },
        {
          header: t("paper:batches.filled"),
          cell: ({ filledFrom, filledTo }) => t("paper:batches.filledDays", { from: formatDay(lang, filledFrom), to: formatDay(lang, filledTo) }),
        },
        {
          header: t("paper:batches.operator"),
          cell: ({ operator, secondOperator }) => (
            <>
              {operator}
              {secondOperator ? <span className="small muted"> {t("paper:batches.twice", { name: secondOperator })}</span> : null}
            </>
          ),
        },
        {
          header: t("paper:batches.state"),
          cell: (batch) => (
            <div className="stack stack-tight">
              <StateTag tone={tones[batch.state]}>{t(`paper:batches.states.${batch.state}`)}</StateTag>
              <span className="small">
                {batch.stored === null
                  ? t("paper:batches.typed", { typed: formatNumber(lang, batch.typed), sheets: formatNumber(lang, batch.sheets) })
                  : t("paper:batches.stored", { stored: formatNumber(lang, batch.stored) })}
              </span>
              {batch.comparedCells ? (
                <span className="small muted">
                  {t("paper:batches.errorRate", {
                    differing: formatNumber(lang, batch.differingCells ?? 0),
                    compared: formatNumber(lang, batch.comparedCells),
                    rate: formatPercent(lang, (100 * (batch.differingCells ?? 0)) / batch.comparedCells, 1),
                  })}
                </span>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
