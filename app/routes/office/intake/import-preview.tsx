import { Form } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/i18n/use-text.ts";
import { ColumnForm } from "./column-form.tsx";
import type { ImportView } from "./read-import.server.ts";

/** What would be made of a list: its columns, its first rows with what is wrong in each, and the button that makes the cases. */
export function ImportPreview({ preview, ...view }: Pick<ImportView, "mapping" | "defaultKind"> & { preview: NonNullable<ImportView["preview"]> }) {
  const t = useText();
  return (
    <>
      <Section id="cot" title={t("intake:page.columns")}>
        <ColumnForm {...view} {...preview} />
      </Section>
      <Section id="xem-truoc" title={t("intake:page.preview", { count: preview.first.length })}>
        <div className="stack">
          {preview.problems.length > 0 ? (
            <Notice tone="bad">
              {preview.problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </Notice>
          ) : (
            <p>{preview.sum}</p>
          )}
          <Table
            id="dong-dau"
            caption={t("intake:page.preview", { count: preview.first.length })}
            hideCaption
            stacks
            columns={[
              { header: t("intake:page.line"), cell: (row) => row.line },
              { header: t("intake:target.number"), names: true, cell: (row) => row.number || "–" },
              { header: t("intake:page.receivedAt"), cell: (row) => row.receivedAt || "–" },
              { header: t("intake:page.subject"), cell: (row) => row.subject || "–" },
              { header: t("intake:page.standing"), cell: (row) => <RowStanding {...row} /> },
            ]}
            rows={preview.first}
            rowKey={(row) => row.line}
          />
          {preview.problems.length === 0 ? (
            <Form method="post" data-once="">
              <SubmitRow
                text={t("intake:page.run", { count: Number(preview.fit.replace(/\D/g, "")) })}
                name="intent"
                value="import"
                note={<p>{t("intake:page.runNote")}</p>}
              />
            </Form>
          ) : null}
        </div>
      </Section>
    </>
  );
}

function RowStanding({ known, problems, left }: NonNullable<ImportView["preview"]>["first"][number]) {
  const t = useText();
  if (known) return <StateTag tone="neutral">{t("intake:page.known")}</StateTag>;
  return (
    <>
      {problems.length === 0 ? <StateTag tone="ok">{t("intake:page.good")}</StateTag> : null}
      {[...problems, ...left].map((said) => (
        <p key={said}>{said}</p>
      ))}
    </>
  );
}
