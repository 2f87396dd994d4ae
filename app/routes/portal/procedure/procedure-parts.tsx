import { Table } from "#app/components/ui/table.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Record = PublicContent["procedure"];

/** Ways to apply with what each takes and costs. */
export function ProcedureChannels({ channels, lang }: { channels: Record["channels"]; lang: Language }) {
  const t = useText();
  return (
    <Table
      id="bang-cach-nop"
      caption={t("procedures:channels")}
      hideCaption
      stacks
      rows={channels}
      rowKey={(channel) => channel.channel}
      columns={[
        { header: t("procedures:channel"), cell: (channel) => inLanguage(lang, channel.name), names: true },
        { header: t("procedures:timeLimit"), cell: (channel) => channel.timeLimit.text },
        { header: t("procedures:fee"), cell: (channel) => channel.fee.text },
      ]}
    />
  );
}

/** The papers to hand in. */
export function ProcedureDossier({ dossier, sets }: { dossier: Record["dossier"]; sets: number }) {
  const t = useText();
  return (
    <>
      <Table
        id="bang-ho-so"
        caption={t("procedures:dossier")}
        hideCaption
        stacks
        rows={dossier}
        columns={[
          {
            header: t("procedures:document"),
            names: true,
            cell: (paper) => (
              <>
                {paper.name}
                {paper.note ? <span className="muted small"> {paper.note}</span> : null}
              </>
            ),
          },
          { header: t("procedures:originals"), cell: (paper) => paper.originals ?? "–", align: "end" },
          { header: t("procedures:copies"), cell: (paper) => paper.copies ?? "–", align: "end" },
          { header: t("procedures:form"), cell: (paper) => paper.form ?? "–" },
        ]}
      />
      <p>{t("procedures:sets", { sets: String(sets) })}</p>
    </>
  );
}

/** The steps in order; their printed “Bước 1:” gives way to the list's own numbers. */
export function ProcedureSteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="measure">
      {steps.map((step) => (
        <li key={step}>{step.replace(/^Bước \d+:\s*/, "")}</li>
      ))}
    </ol>
  );
}

export function ProcedureList({ items }: { items: readonly string[] }) {
  return (
    <ul className="measure">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
