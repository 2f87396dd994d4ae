import { TextField } from "#app/components/form/text-field.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { tagNameMaxLength } from "#app/domain/remarks/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { type ListedTag, tagName } from "./tag-choices.ts";

/** How often each tag was given, by unit, and the authority's own tags: to make and to retire. */
export function TagsSection({
  tags,
  counts,
  units,
  here,
  typed,
}: {
  tags: readonly ListedTag[];
  counts: readonly { tag: string; unitId: string; n: number }[];
  units: readonly { id: string; value: string; label: string }[];
  here: string;
  typed: Record<string, string> | undefined;
}) {
  const { lang } = useLanguage();
  const t = useText();
  const sum = (tag: string, unitId?: string) =>
    counts.filter((one) => one.tag === tag && (unitId === undefined || one.unitId === unitId)).reduce((all, { n }) => all + n, 0);
  const rows = tags.map((tag) => ({ tag, n: sum(tag.code) })).filter(({ tag, n }) => n > 0 || (tag.own && !tag.retired));
  const number = (n: number, query: Record<string, string>) =>
    n === 0 ? "–" : <a href={`${here}?${new URLSearchParams(query)}`}>{formatNumber(lang, n)}</a>;
  return (
    <Section id="nhan-da-gan" title={t("remarks:tags.title")}>
      {rows.length === 0 ? (
        <p className="muted">{t("remarks:tags.none")}</p>
      ) : (
        <Table
          id="bang-nhan"
          caption={t("remarks:tags.caption")}
          rows={rows.toSorted((a, b) => b.n - a.n)}
          rowKey={({ tag }) => tag.code}
          columns={[
            { header: t("remarks:tags.tag"), names: true, cell: ({ tag }) => tagName(lang, tag) },
            { header: t("remarks:tags.total"), align: "end", cell: ({ tag, n }) => number(n, { nhan: tag.code }) },
            ...units.map((unit) => ({
              header: unit.label,
              align: "end" as const,
              cell: ({ tag }: (typeof rows)[number]) => number(sum(tag.code, unit.id), { nhan: tag.code, "don-vi": unit.value }),
            })),
          ]}
        />
      )}
      <Disclosure summary={t("remarks:tags.make")} open={typed?.viec === "them-nhan"}>
        <form method="post" noValidate className="stack">
          <TextField
            id="nameVi"
            name="nameVi"
            label={t("remarks:tags.nameVi")}
            hint={t("remarks:tags.nameHint")}
            maxLength={tagNameMaxLength}
            defaultValue={typed?.nameVi}
          />
          <TextField
            id="nameEn"
            name="nameEn"
            label={t("remarks:tags.nameEn")}
            optional={t("remarks:tags.optional")}
            maxLength={tagNameMaxLength}
            defaultValue={typed?.nameEn}
          />
          <SubmitRow text={t("remarks:tags.add")} name="viec" value="them-nhan" look="secondary" />
        </form>
        {tags
          .filter(({ own, retired }) => own && !retired)
          .map((tag) => (
            <form key={tag.code} method="post" className="cluster">
              <input type="hidden" name="nhan" value={tag.code} />
              <span>{tagName(lang, tag)}</span>
              <Button look="quiet" small name="viec" value="ngung-nhan" aria-label={t("remarks:tags.retireOne", { name: tagName(lang, tag) })}>
                {t("remarks:tags.retire")}
              </Button>
            </form>
          ))}
      </Disclosure>
    </Section>
  );
}
