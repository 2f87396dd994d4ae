import { Table } from "#app/components/ui/table.tsx";
import type { CaseFact, ProcedureFact } from "#app/domain/service-quality/month-snapshot.ts";
import { formatDay, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Cases that cost points, each with why, and a way to its page, where its deadline is explained day by day. */
export function CostlyCases({ cases }: { cases: readonly CaseFact[] }) {
  const { lang, to } = useLanguage();
  const t = useText();
  if (cases.length === 0) return <p className="muted">{t("service:office.costlyNone")}</p>;
  return (
    <Table
      id="ho-so-bang"
      caption={t("service:office.costly")}
      hideCaption
      stacks
      rows={cases}
      rowKey={({ code }) => code}
      columns={[
        { header: t("service:office.caseHeader"), names: true, cell: ({ code }) => <a href={to(`/can-bo/ho-so/${code}`)}>{code}</a> },
        {
          header: t("service:office.faultHeader"),
          cell: ({ faults }) =>
            formatList(
              lang,
              faults.map((fault) => t(`service:office.fault.${fault}`)),
            ),
        },
        {
          header: t("service:office.stepsHeader"),
          cell: ({ steps }) =>
            steps.map(({ step, due, endedOn }) => (
              <p key={`${step} ${due}`}>
                {endedOn
                  ? t("service:office.stepDone", { step: t(`service:office.step.${step}`), due: formatDay(lang, due), day: formatDay(lang, endedOn) })
                  : t("service:office.stepOpen", { step: t(`service:office.step.${step}`), due: formatDay(lang, due) })}
              </p>
            )),
        },
      ]}
    />
  );
}

/** Procedures that are not complete, or were decided or published late. */
export function CostlyProcedures({ procedures }: { procedures: readonly ProcedureFact[] }) {
  const { lang } = useLanguage();
  const t = useText();
  if (procedures.length === 0) return <p className="muted">{t("service:office.proceduresNone")}</p>;
  const why = ({ missing, decidedInTime, publishedInTime }: ProcedureFact) => [
    ...(missing.length > 0 ? [t("service:office.missingParts")] : []),
    ...(decidedInTime === false ? [t("service:office.decidedLate")] : []),
    ...(publishedInTime === false ? [t("service:office.publishedLate")] : []),
  ];
  return (
    <Table
      id="thu-tuc-bang"
      caption={t("service:office.procedures")}
      hideCaption
      stacks
      rows={procedures}
      rowKey={({ code, version }) => `${code} ${version}`}
      columns={[
        { header: t("service:office.procedureHeader"), names: true, cell: ({ code }) => code },
        { header: t("service:office.faultHeader"), cell: (fact) => formatList(lang, why(fact)) },
      ]}
    />
  );
}
