import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";

type Row = { code: string; words: { vi: string; en: string }; from?: number | undefined };

/** Rows of a code and its words, with three empty ones to add more. A row that is emptied is taken away. */
export function RowsField({ name, legend, rows, withFrom }: { name: string; legend: string; rows: readonly Row[]; withFrom?: boolean | undefined }) {
  const t = useText();
  const all = [...rows, ...Array.from({ length: 3 }, (): Row => ({ code: "", words: { vi: "", en: "" } }))];
  return (
    <fieldset className="stack">
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">{t("questionnaires:rowsHint")}</p>
      {all.map((row, index) => {
        const at = (part: string) => ({ id: `${name}-${index}-${part}`, name: `${name}.${index}.${part}`, autoComplete: "off" });
        const number = String(index + 1);
        return (
          <div key={index} className={withFrom ? "grid gap-4 sm:grid-cols-4" : "grid gap-4 sm:grid-cols-3"}>
            <TextField {...at("code")} label={t("questionnaires:row.code", { number })} defaultValue={row.code} />
            {withFrom ? (
              <TextField
                {...at("from")}
                label={t("questionnaires:row.from", { number })}
                inputMode="numeric"
                defaultValue={row.code ? String(row.from ?? 0) : ""}
              />
            ) : null}
            <TextField {...at("vi")} label={t("questionnaires:row.vi", { number })} lang="vi" defaultValue={row.words.vi} />
            <TextField {...at("en")} label={t("questionnaires:row.en", { number })} lang="en" defaultValue={row.words.en} />
          </div>
        );
      })}
    </fieldset>
  );
}
