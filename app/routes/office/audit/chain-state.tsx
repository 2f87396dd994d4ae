import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/i18n/use-text.ts";

type Report = { sound: boolean; sentence: string; reason: string | null };

/** How long the chain is, where it ends, and a button that recomputes all of it. */
export function ChainState({ head, report }: { head: { events: string; hash: string }; report: Report | undefined }) {
  const t = useText();
  return (
    <Section id="chuoi" title={t("office:audit.chain")}>
      {report ? (
        <Notice tone={report.sound ? "ok" : "bad"} title={report.sentence} live>
          {report.reason}
        </Notice>
      ) : null}
      <DefinitionList
        facts={[
          { term: t("office:audit.length"), detail: head.events },
          { term: t("office:audit.head"), detail: <span className="code small">{head.hash}</span> },
        ]}
      />
      <form method="post">
        <SubmitRow look="secondary" text={t("office:audit.verify")} />
      </form>
    </Section>
  );
}
