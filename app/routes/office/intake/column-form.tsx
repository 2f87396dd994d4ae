import { Form } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { importTargets } from "#app/domain/intake/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { ImportView } from "./read-import.server.ts";

/** What each column of the file is. */
export function ColumnForm({ columns, mapping, defaultKind }: Pick<ImportView, "mapping" | "defaultKind"> & NonNullable<ImportView["preview"]>) {
  const t = useText();
  return (
    <Form method="post" className="stack measure">
      <p>{t("intake:page.columnsLead")}</p>
      {columns.map(({ heading, sample }, at) => (
        <Select
          key={`${at} ${heading}`}
          id={`column${at}`}
          name={`column${at}`}
          label={heading || t("intake:page.column", { number: String(at + 1) })}
          hint={sample ? t("intake:page.sample", { text: sample }) : undefined}
          placeholder={t("intake:page.skip")}
          choices={importTargets.map((target) => ({ value: target, label: t(`intake:target.${target}`) }))}
          defaultValue={mapping[at] ?? ""}
          width="medium"
        />
      ))}
      <Select
        id="defaultKind"
        name="defaultKind"
        label={t("intake:page.defaultKind")}
        choices={caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) }))}
        defaultValue={defaultKind}
        width="medium"
      />
      <SubmitRow text={t("intake:page.look")} name="intent" value="map" look="secondary" />
    </Form>
  );
}
