import { Select } from "#app/components/form/select.tsx";
import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { MergeAnswer } from "./do-merge.server.ts";

export type LeftView = {
  unitId: string;
  name: string;
  successors: { value: string; label: string }[];
  cases: { code: string; subject: string; state: string; due: string; revision: number }[];
};

/** The open cases of one ended unit: a successor for all, another one or none for single cases; shown before it is done. */
export function MoveForm({ left, answer }: { left: LeftView; answer: MergeAnswer | undefined }) {
  const t = useText();
  const { to } = useLanguage();
  const preview = answer?.moves?.unitId === left.unitId ? answer.moves.lines : null;
  if (left.successors.length === 0) return <Notice tone="warn">{t("merge:move.noSuccessor")}</Notice>;
  const chosen = new Map(preview?.map((line) => [line.code, line.unitId]));
  return (
    <form method="post" noValidate className="stack">
      <input type="hidden" name="unitId" value={left.unitId} />
      <Select
        id={`all-${left.unitId}`}
        name="all"
        label={t("merge:move.all")}
        placeholder={t("merge:move.later")}
        defaultValue={left.successors.length === 1 ? left.successors[0]?.value : ""}
        choices={left.successors}
      />
      <Table
        id={`cases-${left.unitId}`}
        caption={left.name}
        hideCaption
        columns={[
          {
            header: t("merge:move.code"),
            cell: (row) => (
              <a className="code" href={to(`/can-bo/ho-so/${row.code}`)}>
                {row.code}
              </a>
            ),
            names: true,
          },
          { header: t("merge:move.subject"), cell: (row) => row.subject },
          { header: t("merge:move.state"), cell: (row) => row.state },
          { header: t("merge:move.due"), cell: (row) => row.due },
          {
            header: t("merge:move.to"),
            cell: (row) => (
              <>
                <input type="hidden" name={`revision:${row.code}`} value={row.revision} />
                <select
                  name={`to:${row.code}`}
                  className="control"
                  aria-label={`${t("merge:move.to")}: ${row.code}`}
                  defaultValue={preview ? (chosen.get(row.code) ?? "later") : ""}
                >
                  <option value="">{t("merge:move.likeAll")}</option>
                  <option value="later">{t("merge:move.later")}</option>
                  {left.successors.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </>
            ),
          },
        ]}
        rows={left.cases}
        rowKey={(row) => row.code}
      />
      {preview ? (
        <Notice tone="warn" title={t("merge:move.previewTitle")} live>
          <ul className="list-disc pl-6">
            {preview.map((line) => (
              <li key={line.code}>{t("merge:move.line", { code: line.code, unit: line.to })}</li>
            ))}
          </ul>
          <p className="muted small">{t("merge:move.confirmNote")}</p>
        </Notice>
      ) : null}
      <ButtonRow>
        <Button look={preview ? "secondary" : "primary"} name="intent" value="preview_moves">
          {t("merge:move.preview")}
        </Button>
        {preview ? (
          <Button name="intent" value="move">
            {t("merge:move.confirm", { n: String(preview.length) })}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  );
}
