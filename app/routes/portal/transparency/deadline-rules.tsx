import { Table } from "#app/components/ui/table.tsx";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RuleShown } from "./what-is-counted.ts";

/** The deadlines that hold today, a table for each kind of case, each rule with what it rests on. */
export function DeadlineRules({ rules }: { rules: RuleShown[] }) {
  const t = useText();
  const { lang } = useLanguage();
  return caseKinds.map((kind) => (
    <Table
      key={kind}
      id={`thoi-han-${kind}`}
      caption={t("opendata:trace.rulesOf", { kind: t(`words:caseKind.${kind}`) })}
      rows={rules.filter(({ caseKind }) => caseKind === kind)}
      rowKey={({ code }) => code}
      columns={[
        {
          header: t("opendata:trace.step"),
          names: true,
          cell: ({ step, interAgency }) => (interAgency ? t("opendata:trace.interAgency") : t(`words:clockStep.${step}`)),
        },
        { header: t("opendata:trace.limit"), cell: ({ count, amount }) => t(`opendata:trace.${count}`, { count: amount }) },
        { header: t("opendata:trace.from"), cell: ({ fromEvent }) => t(`opendata:trace.event.${fromEvent}`) },
        {
          header: t("opendata:trace.most"),
          cell: ({ ceiling, count }) => (ceiling === null ? null : t(`opendata:trace.${count}`, { count: ceiling })),
        },
        { header: t("opendata:trace.basis"), cell: ({ basis }) => (lang === "vi" ? basis : <span lang="vi">{basis}</span>) },
      ]}
    />
  ));
}
