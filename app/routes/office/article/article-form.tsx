import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { articleBodyMaxLength, audiences } from "#app/domain/content/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import type { ArticleView } from "./to-article-view.ts";

const fields = [
  "titleVi",
  "summaryVi",
  "bodyVi",
  "titleEn",
  "summaryEn",
  "bodyEn",
  "categorySlug",
  "unitId",
  "audience",
  "procedureCodes",
  "publishOn",
] as const;
type FieldName = (typeof fields)[number];

type Props = {
  article: ArticleView | null;
  categories: Choice[];
  units: Choice[];
  /** May write for the authority as a whole, not for a unit only. */
  everywhere: boolean;
  errors: FieldErrors;
  /** What was typed and not saved; it comes before what is stored. */
  typed: Record<string, string> | null;
};

/** The text in both languages and where it belongs. Saving never publishes. */
export function ArticleForm({ article, categories, units, everywhere, errors, typed }: Props) {
  const t = useText();
  const field = (name: FieldName) => ({ id: name, name, error: errors[name], defaultValue: typed?.[name] ?? article?.[name] ?? undefined });
  const optional = t("optional");
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary title={t("formErrors")} fields={fields.map((id) => ({ id, error: errors[id] }))} />
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="revision" value={article?.revision ?? 0} />
      <TextField {...field("titleVi")} label={t("office:article.titleVi")} lang="vi" />
      <TextArea {...field("summaryVi")} label={t("office:article.summaryVi")} rows={3} lang="vi" />
      <TextArea
        {...field("bodyVi")}
        label={t("office:article.bodyVi")}
        hint={t("office:article.bodyHint")}
        rows={14}
        limit={articleBodyMaxLength}
        lang="vi"
      />
      <Disclosure summary={t("office:article.english")} open={Boolean(article?.titleEn ?? errors.titleEn ?? errors.summaryEn ?? errors.bodyEn)}>
        <div className="stack">
          <TextField {...field("titleEn")} label={t("office:article.titleEn")} optional={optional} lang="en" />
          <TextArea {...field("summaryEn")} label={t("office:article.summaryEn")} optional={optional} rows={3} lang="en" />
          <TextArea {...field("bodyEn")} label={t("office:article.bodyEn")} optional={optional} rows={10} lang="en" />
        </div>
      </Disclosure>
      <Select
        {...field("categorySlug")}
        label={t("office:article.category")}
        placeholder={t("office:article.chooseCategory")}
        choices={categories}
        width="medium"
      />
      <Select
        {...field("unitId")}
        label={t("office:article.unit")}
        placeholder={everywhere ? t("office:article.noUnit") : undefined}
        choices={units}
        width="medium"
      />
      <Select
        {...field("audience")}
        label={t("office:article.audience")}
        choices={audiences.map((value) => ({ value, label: t(`words:audience.${value}`) }))}
        width="medium"
      />
      <TextField {...field("procedureCodes")} label={t("office:article.procedures")} hint={t("office:article.proceduresHint")} optional={optional} />
      <DateField {...field("publishOn")} label={t("office:article.publishOn")} hint={t("office:article.publishOnHint")} optional={optional} />
      <SubmitRow text={t("office:article.save")} />
    </form>
  );
}
