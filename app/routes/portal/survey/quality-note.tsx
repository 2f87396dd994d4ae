import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { RoundQuality } from "#app/domain/surveys/index.server.ts";
import { flagRules, sheetFlags } from "#app/domain/surveys/vocabulary.ts";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** How many of the sheets behind a figure carry a flag, in a sentence; by way of answering, and the rule, on demand. */
export function QualityNote({ group, sheets, flags, modes }: RoundQuality) {
  const { lang } = useLanguage();
  const t = useText();
  const number = (n: number) => formatNumber(lang, n);
  const flagged = sheetFlags.filter((flag) => flags[flag] > 0);
  const list = formatList(
    lang,
    flagged.map((flag) => t(`quality:flags.${flag}`, { n: number(flags[flag]) })),
  );
  return (
    <div className="stack stack-tight">
      <p>{flagged.length > 0 ? t("quality:sentence", { sheets: number(sheets), list }) : t("quality:none", { sheets: number(sheets) })}</p>
      <Disclosure summary={t("quality:more")}>
        <Table
          id={`danh-dau-${group}`}
          caption={t("quality:caption")}
          hideCaption
          rows={modes}
          rowKey={({ mode }) => mode}
          columns={[
            { header: t("quality:mode"), names: true, cell: ({ mode }) => t(`words:sheetMode.${mode}`) },
            { header: t("quality:sheets"), align: "end" as const, cell: (line) => number(line.sheets) },
            ...sheetFlags.map((flag) => ({
              header: t(`quality:heads.${flag}`),
              align: "end" as const,
              cell: (line: RoundQuality["modes"][number]) => number(line.flags[flag]),
            })),
          ]}
        />
        <p className="small muted">
          {t("quality:rule", {
            seconds: new Intl.NumberFormat(lang).format(flagRules.secondsPerAnswer),
            levels: String(flagRules.answersOnOneLevel),
          })}
        </p>
      </Disclosure>
    </div>
  );
}
