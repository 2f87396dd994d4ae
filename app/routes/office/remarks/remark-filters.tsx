import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { type GivenFilter, untagged } from "./read-remarks-filter.ts";
import { type ListedTag, tagChoices } from "./tag-choices.ts";

type Choices = readonly { value: string; label: string }[];

/** Everything the answers can be narrowed by; the standing is chosen above them. */
export function RemarkFilters({
  given,
  tags,
  units,
  questions,
  here,
}: {
  given: GivenFilter;
  tags: readonly ListedTag[];
  units: Choices;
  questions: Choices;
  here: string;
}) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <FilterBar label={t("common:filter")} action={here} submit={t("common:filter")} reset={{ href: here, text: t("common:clearFilter") }}>
      {given.standing ? <input type="hidden" name="trang-thai" value={given.standing} /> : null}
      <TextField id="q" name="q" type="search" label={t("remarks:filter.q")} defaultValue={given.q} />
      {questions.length > 1 ? (
        <Select
          id="cau"
          name="cau"
          label={t("remarks:filter.question")}
          placeholder={t("remarks:filter.anyQuestion")}
          choices={questions}
          defaultValue={given.question}
        />
      ) : null}
      <Select
        id="don-vi"
        name="don-vi"
        label={t("remarks:filter.unit")}
        placeholder={t("remarks:filter.anyUnit")}
        choices={units}
        defaultValue={given.unit}
      />
      <Select
        id="nhan"
        name="nhan"
        label={t("remarks:filter.tag")}
        placeholder={t("remarks:filter.anyTag")}
        choices={[{ value: untagged, label: t("remarks:filter.untagged") }, ...tagChoices(t, lang, tags)]}
        defaultValue={given.tag}
      />
    </FilterBar>
  );
}
