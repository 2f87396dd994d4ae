import { Button } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { QuestionKind } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

export type QuestionRow = { code: string; kind: QuestionKind; text: string; part: string; required: boolean };

/** The questions in their order; in a draft each can be opened, moved by buttons and taken away. */
export function QuestionTable({
  questions,
  revision,
  href,
}: {
  questions: readonly QuestionRow[];
  revision: number | null;
  href: (code: string) => string;
}) {
  const t = useText();
  return (
    <Table
      id="bang-cau-hoi"
      caption={t("questionnaires:questions")}
      hideCaption
      stacks
      rows={questions}
      rowKey={({ code }) => code}
      columns={[
        { header: t("questionnaires:column.code"), tight: true, cell: ({ code }) => <span className="code">{code}</span> },
        {
          header: t("questionnaires:column.text"),
          names: true,
          cell: ({ code, text }) => (revision === null ? text : <a href={href(code)}>{text || t("questionnaires:noText")}</a>),
        },
        { header: t("questionnaires:column.kind"), tight: true, cell: ({ kind }) => t(`questionnaires:kinds.${kind}`) },
        {
          header: t("questionnaires:column.required"),
          tight: true,
          cell: ({ required }) => t(required ? "questionnaires:yes" : "questionnaires:no"),
        },
        ...(revision === null
          ? []
          : [
              {
                header: t("questionnaires:column.acts"),
                tight: true,
                cell: ({ code }: QuestionRow) => (
                  <form method="post" className="cluster">
                    <input type="hidden" name="revision" value={revision} />
                    <input type="hidden" name="question" value={code} />
                    <Button
                      look="quiet"
                      small
                      name="intent"
                      value="up"
                      aria-label={t("questionnaires:upOf", { code })}
                      disabled={questions[0]?.code === code}
                    >
                      {t("questionnaires:up")}
                    </Button>
                    <Button
                      look="quiet"
                      small
                      name="intent"
                      value="down"
                      aria-label={t("questionnaires:downOf", { code })}
                      disabled={questions.at(-1)?.code === code}
                    >
                      {t("questionnaires:down")}
                    </Button>
                    <Button look="quiet" small name="intent" value="remove" aria-label={t("questionnaires:removeOf", { code })}>
                      {t("questionnaires:remove")}
                    </Button>
                  </form>
                ),
              },
            ]),
      ]}
    />
  );
}
