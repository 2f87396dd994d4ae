import { DateField } from "#app/components/form/date-field.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { improvementMaxLength } from "#app/domain/improvements/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Choices = { value: string; label: string }[];
type Item = {
  id: string;
  unit: { slug: string };
  criterionKey: string;
  said: { vi: string; en: string | null };
  did: { vi: string; en: string | null };
  doneOn: string;
  revision: number;
};

/** One item, to write or to change. What was typed comes back with the reason it was not taken. */
export function ImprovementForm({
  item,
  units,
  criteria,
  typed,
}: {
  item?: Item;
  units: Choices;
  criteria: Choices;
  typed: Record<string, string> | undefined;
}) {
  const t = useText();
  const id = item?.id ?? "moi";
  const valueOf = (name: string, saved: string | null | undefined) => typed?.[name] ?? saved ?? "";
  const area = (name: string, label: string, saved: string | null | undefined, more: { hint?: string; optional?: string } = {}) => (
    <TextArea
      id={`${name}-${id}`}
      name={name}
      label={label}
      rows={3}
      limit={improvementMaxLength}
      left={t("casework:reply.count.left")}
      over={t("casework:reply.count.over")}
      defaultValue={valueOf(name, saved)}
      {...more}
    />
  );
  return (
    <form method="post" noValidate className="stack">
      <input type="hidden" name="viec" value="luu" />
      <input type="hidden" name="id" value={item?.id ?? ""} />
      <input type="hidden" name="revision" value={item?.revision ?? 0} />
      <Select
        id={`unit-${id}`}
        name="unit"
        label={t("improvements:unit")}
        placeholder={t("improvements:chooseUnit")}
        choices={units}
        defaultValue={valueOf("unit", item?.unit.slug)}
      />
      <Select
        id={`criterion-${id}`}
        name="criterion"
        label={t("improvements:criterion")}
        placeholder={t("improvements:chooseCriterion")}
        choices={criteria}
        defaultValue={valueOf("criterion", item?.criterionKey)}
      />
      {area("saidVi", t("improvements:said"), item?.said.vi, { hint: t("improvements:saidHint") })}
      {area("didVi", t("improvements:did"), item?.did.vi, { hint: t("improvements:didHint") })}
      {area("saidEn", t("improvements:saidEn"), item?.said.en, { optional: t("improvements:optional") })}
      {area("didEn", t("improvements:didEn"), item?.did.en, { optional: t("improvements:optional") })}
      <DateField id={`doneOn-${id}`} name="doneOn" label={t("improvements:doneOn")} defaultValue={valueOf("doneOn", item?.doneOn)} />
      <SubmitRow text={t("improvements:save")} look="secondary" />
    </form>
  );
}
