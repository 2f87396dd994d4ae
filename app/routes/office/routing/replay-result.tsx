import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { Replay } from "#app/domain/routing/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type ReplayView = Omit<Replay, "from" | "to" | "moved"> & {
  from: string;
  to: string;
  moved: Replay["moved"];
  more: number;
};

/** What the draft would have done with the cases of the period. */
export function ReplayResult({ replay }: { replay: ReplayView }) {
  const t = useText();
  const { to } = useLanguage();
  const share = (n: number, of: number) => `${n}/${of}`;
  return (
    <Section id="chay-thu" title={t("routing:replay.title")}>
      <div className="stack">
        <p>{t("routing:replay.period", { from: replay.from, to: replay.to, count: replay.cases, settled: String(replay.settled) })}</p>
        <Table
          id="so-sanh"
          caption={t("routing:replay.caption")}
          stacks
          columns={[
            { header: t("routing:replay.set"), names: true, cell: (row) => t(`routing:replay.${row}`) },
            { header: t("routing:replay.fired"), align: "end", cell: (row) => share(replay[row].fired, replay.cases) },
            { header: t("routing:replay.agreed"), align: "end", cell: (row) => share(replay[row].agreed, replay.settled) },
          ]}
          rows={["current", "changed"] as const}
          rowKey={(row) => row}
        />
        {replay.moved.length === 0 ? (
          <p>{t("routing:replay.same")}</p>
        ) : (
          <Table
            id="doi-goi-y"
            caption={t("routing:replay.movedCaption")}
            stacks
            columns={[
              {
                header: t("routing:replay.case"),
                names: true,
                cell: (row) => (
                  <>
                    <a className="code" href={to(`/can-bo/ho-so/${row.code}`)}>
                      {row.code}
                    </a>{" "}
                    {row.subject}
                  </>
                ),
              },
              { header: t("routing:replay.from"), cell: (row) => row.from ?? t("routing:replay.none") },
              { header: t("routing:replay.to"), cell: (row) => row.to ?? t("routing:replay.none") },
              { header: t("routing:replay.actual"), cell: (row) => row.actual ?? t("routing:replay.noUnit") },
            ]}
            rows={replay.moved}
            rowKey={(row) => row.code}
          />
        )}
        {replay.more > 0 ? <p>{t("routing:replay.more", { count: replay.more })}</p> : null}
      </div>
    </Section>
  );
}
