import { Section } from "#app/components/layout/section.tsx";
import { WorkList } from "#app/components/layout/work-list.tsx";
import { Deadline } from "#app/components/ui/deadline.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { WorkList as ListName } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { workListPath } from "../work-lists.ts";
import type { WorkLine } from "./to-work-line.ts";

/** One work list with its count and what is due first in it. */
export function WorkSection({ list, count, rows }: { list: ListName; count: number; rows: readonly WorkLine[] }) {
  const t = useText();
  const { to } = useLanguage();
  const name = t(`office:list.${list}`);
  return (
    <Section id={list} title={name} more={{ href: to(workListPath(list)), text: t("office:home.all", { count }) }}>
      <WorkList
        label={t("office:home.rows", { list: name })}
        rows={rows.map((row) => ({
          href: to(`/can-bo/ho-so/${row.code}`),
          deadline: row.due ? (
            <Deadline words={row.due.words} tone={row.due.tone} date={row.due.day} dateTime={row.due.dateTime} />
          ) : (
            <span className="muted">{t("office:home.noDeadline")}</span>
          ),
          title: row.subject,
          note: (
            <>
              <span className="code">{row.code}</span> · {row.kind}
            </>
          ),
          unit: row.unit,
          state: <StateTag tone={row.stateTone}>{row.state}</StateTag>,
        }))}
      />
    </Section>
  );
}
