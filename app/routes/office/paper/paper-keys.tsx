import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { Grid } from "./read-grid.server.ts";

/** Which number stands for which answer, question by question. */
export function PaperKeys({ columns }: { columns: Grid["columns"] }) {
  const t = useText();
  return (
    <Disclosure summary={t("paper:grid.keys")}>
      <Table
        id="so-cua-cau-tra-loi"
        caption={t("paper:grid.keys")}
        hideCaption
        rows={columns}
        rowKey={({ code }) => code}
        columns={[
          { header: t("paper:grid.question"), names: true, cell: ({ number, text }) => `${number}. ${text}` },
          { header: t("paper:grid.answers"), cell: ({ keys }) => keys.map(({ key, label }) => `${key} ${label}`).join(" · ") || "…" },
        ]}
      />
    </Disclosure>
  );
}
