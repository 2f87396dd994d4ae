import { Table } from "#app/components/ui/table.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RuleShown } from "./what-is-counted.ts";

/** The deadlines that hold today, each with what it rests on. */
export function DeadlineRules({ rules }: { rules: RuleShown[] }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <Table
      id="quy-tac"
      caption={t("opendata:trace.rulesCaption")}
      rows={rules}
      rowKey={({ code }) => code}
      columns={[
        { header: t("opendata:trace.kind"), names: true, cell: ({ caseKind }) => t(`words:caseKind.${caseKind}`) },
        { header: t("opendata:trace.step"), cell: ({ step, interAgency }) => (interAgency ? t("opendata:trace.interAgency") : t(`words:clockStep.${step}`)) },
        { header: t("opendata:trace.limit"), cell: ({ count, amount }) => t(`opendata:trace.${count}`, { count: amount }) },
        { header: t("opendata:trace.from"), cell: ({ fromEvent }) => t(`opendata:trace.event.${fromEvent}`) },
        { header: t("opendata:trace.most"), cell: ({ ceiling, count }) => (ceiling === null ? null : t(`opendata:trace.${count}`, { count: ceiling })) },
        { header: t("opendata:trace.basis"), cell: ({ basis }) => (lang === "vi" ? basis : <span lang="vi">{basis}</span>) },
      ]}
    />
  );
}
