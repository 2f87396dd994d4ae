import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** One text in both languages, side by side where there is room. `name.vi` and `name.en` in the form. */
export function WordsPair({
  id,
  name,
  label,
  words,
  long,
}: {
  id: string;
  name: string;
  label: string;
  words: { vi: string; en: string };
  long?: boolean | undefined;
}) {
  const t = useText();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {(["vi", "en"] as const).map((lang) => {
        const field = {
          id: `${id}-${lang}`,
          name: `${name}.${lang}`,
          label: t(`questionnaires:in.${lang}`, { what: label }),
          defaultValue: words[lang],
        };
        return long ? <TextArea key={lang} {...field} rows={4} lang={lang} /> : <TextField key={lang} {...field} lang={lang} autoComplete="off" />;
      })}
    </div>
  );
}
