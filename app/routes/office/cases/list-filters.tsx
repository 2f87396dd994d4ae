import { Checkbox } from "#app/components/form/checkbox.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { caseFields, caseKinds, caseStates, channels } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { workListParameter } from "../work-lists.ts";
import { dueChoices, pageSizes } from "./list-choices.ts";
import type { ListView } from "./read-list-filter.ts";

/** Everything a list can be narrowed by; what is chosen stands in the address. */
export function ListFilters({ view, units, here }: { view: ListView; units: readonly Choice[]; here: string }) {
  const t = useText();
  const { to } = useLanguage();
  const { list, q, given } = view;
  const select = (name: keyof ListView["given"], label: string, placeholder: string, choices: readonly Choice[]) => (
    <Select id={name} name={name} label={label} placeholder={placeholder} choices={choices} defaultValue={given[name]} />
  );
  return (
    <FilterBar
      label={t("common:filter")}
      action={to("/can-bo/ho-so")}
      submit={t("common:filter")}
      reset={{ href: here, text: t("common:clearFilter") }}
    >
      {list ? <input type="hidden" name={workListParameter} value={list} /> : null}
      <TextField id="q" name="q" type="search" label={t("casework:list.q")} defaultValue={q} />
      {list
        ? null
        : select(
            "trang-thai",
            t("casework:list.state"),
            t("casework:list.anyState"),
            caseStates.filter((state) => state !== "CHUYEN_MAT").map((state) => ({ value: state, label: t(`words:caseState.${state}`) })),
          )}
      {select(
        "loai",
        t("casework:list.kind"),
        t("casework:list.anyKind"),
        caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) })),
      )}
      {select(
        "linh-vuc",
        t("casework:list.field"),
        t("casework:list.anyField"),
        caseFields.map((field) => ({ value: field, label: t(`words:caseField.${field}`) })),
      )}
      {select("don-vi", t("casework:list.unit"), t("casework:list.anyUnit"), units)}
      {select(
        "han",
        t("casework:list.due"),
        t("casework:list.anyDue"),
        dueChoices.map(([value, word]) => ({ value, label: t(`casework:list.dueIn.${word}`) })),
      )}
      {select(
        "kenh",
        t("casework:list.channel"),
        t("casework:list.anyChannel"),
        channels.map((channel) => ({ value: channel, label: t(`words:channel.${channel}`) })),
      )}
      {select(
        "dong",
        t("casework:list.pageSize"),
        t("casework:list.usual"),
        pageSizes.map((size) => ({ value: String(size), label: t("casework:list.perPage", { n: String(size) }) })),
      )}
      <Checkbox id="khan" name="khan" label={t("casework:list.onlyUrgent")} defaultChecked={given.khan === "on"} />
      <Checkbox id="cua-toi" name="cua-toi" label={t("casework:list.mine")} defaultChecked={given["cua-toi"] === "on"} />
    </FilterBar>
  );
}
