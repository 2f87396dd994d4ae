import { Form } from "@remix-run/react";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { listTargets, strataKinds, stratumSmallest } from "#app/domain/samples/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { ListView } from "./read-list-view.server.ts";

/** What each column of the list is, and what makes a stratum. */
export function ListColumns({ columns, mapping, strataKind }: Pick<ListView, "columns" | "mapping" | "strataKind">) {
  const t = useText();
  return (
    <Form method="post" className="stack measure">
      <p>{t("samples:list.columnsLead")}</p>
      {columns.map(({ heading, sample }, at) => (
        <Select
          key={`${at} ${heading}`}
          id={`column${at}`}
          name={`column${at}`}
          label={heading || t("samples:list.column", { number: String(at + 1) })}
          hint={sample ? t("samples:list.sample", { text: sample }) : undefined}
          placeholder={t("samples:list.skip")}
          choices={listTargets.map((target) => ({ value: target, label: t(`samples:target.${target}`) }))}
          defaultValue={mapping[at] ?? ""}
          width="medium"
        />
      ))}
      <RadioGroup
        id="strataKind"
        name="strataKind"
        label={t("samples:list.strata")}
        hint={t("samples:list.strataHint", { few: String(stratumSmallest) })}
        choices={strataKinds.map((kind) => ({ value: kind, label: t(`samples:strataKind.${kind}`) }))}
        defaultValue={strataKind}
      />
      <SubmitRow text={t("samples:list.look")} name="intent" value="map" look="secondary" />
    </Form>
  );
}
