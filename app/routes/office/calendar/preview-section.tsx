import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { Preview } from "./to-preview.server.ts";

/** Which running deadlines a change would move, before it is saved. */
export function PreviewSection({ preview }: { preview: Preview }) {
  const t = useText();
  const { lang } = useLanguage();
  const { open, count, lines, fields } = preview;
  const of = formatNumber(lang, open);
  return (
    <Section id="xem-truoc" title={t("calendar:preview.title")}>
      <div className="stack">
        <Notice tone={count > 0 ? "warn" : "info"} live>
          {count > 0 ? t("calendar:preview.moved", { count, open: of }) : t("calendar:preview.none", { open: of })}
        </Notice>
        <p className="measure">
          {t("calendar:preview.lead")} {t("calendar:preview.rule")}
        </p>
        {lines.length > 0 ? (
          <Table
            id="cac-han-doi"
            caption={t("calendar:preview.caption")}
            hideCaption
            columns={[
              { header: t("calendar:preview.code"), names: true, cell: (line) => <span className="code">{line.code}</span> },
              { header: t("calendar:preview.step"), cell: (line) => line.step },
              { header: t("calendar:preview.unit"), cell: (line) => line.unit },
              { header: t("calendar:preview.from"), cell: (line) => line.from },
              { header: t("calendar:preview.to"), cell: (line) => (line.held ? `${line.to} (${t("calendar:preview.held")})` : line.to) },
            ]}
            rows={lines}
            rowKey={(line) => line.id}
          />
        ) : null}
        {count > lines.length ? <p className="muted">{t("calendar:preview.more", { count: count - lines.length })}</p> : null}
        <form method="post">
          {fields.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitRow text={t("calendar:preview.save")} />
        </form>
      </div>
    </Section>
  );
}
