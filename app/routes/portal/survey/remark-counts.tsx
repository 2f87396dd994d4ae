import { Progress } from "#app/components/ui/progress.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { RemarkFigures } from "#app/domain/remarks/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** What remarks are about, with a bar for each number. @param most rows shown; the rest is left to the page of its own */
export function RemarkCounts({ figures: { read, tags }, most }: { figures: RemarkFigures; most?: number }) {
  const { lang } = useLanguage();
  const t = useText();
  if (tags.length === 0) return null;
  return (
    <Table
      id="viec-duoc-nhac"
      caption={t("remarks:public.caption")}
      rows={tags.slice(0, most)}
      rowKey={({ code }) => code}
      columns={[
        { header: t("remarks:public.tag"), names: true, cell: ({ name }) => inLanguage(lang, name) },
        {
          header: t("remarks:public.count"),
          cell: ({ n }) => (n === null ? t("remarks:public.few") : <Progress percent={(100 * n) / read} words={formatNumber(lang, n)} />),
        },
      ]}
    />
  );
}
