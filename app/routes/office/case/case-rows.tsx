import { WorkList } from "#app/components/layout/work-list.tsx";
import { Deadline } from "#app/components/ui/deadline.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { bulkFormId, chosenValue } from "../cases/bulk-words.ts";
import type { CaseRow } from "./to-case-row.ts";

/** Cases as work: what is due comes first in each row; with a box to choose each where several can be done at once. */
export function CaseRows({ rows, pick }: { rows: readonly CaseRow[]; pick: boolean }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <WorkList
      label={t("casework:list.rows")}
      rows={rows.map((row) => ({
        href: to(`/can-bo/ho-so/${row.code}`),
        pick: pick ? (
          <input
            type="checkbox"
            name="case"
            form={bulkFormId}
            value={chosenValue(row)}
            aria-label={t("casework:bulk.pick", { code: row.code, subject: row.subject })}
          />
        ) : undefined,
        deadline: row.due ? <Deadline {...row.due} /> : <span className="muted small">{t("casework:list.noDeadline")}</span>,
        title: row.subject,
        note: (
          <>
            <span className="code">{row.code}</span> · {row.kind} · {t("casework:list.received", { day: row.received })}
          </>
        ),
        unit: (
          <>
            {row.unit}
            {row.handler ? <div className="muted small">{t("casework:list.handler", { name: row.handler })}</div> : null}
          </>
        ),
        state: (
          <span className="cluster">
            {row.urgent ? <StateTag tone="bad">{t("casework:list.urgent")}</StateTag> : null}
            <StateTag>{row.state}</StateTag>
          </span>
        ),
      }))}
    />
  );
}
