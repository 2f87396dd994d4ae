import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { MailLine } from "./to-mail-line.ts";

/** Mails with their fate, and the button to send one again where a person may decide that. */
export function MailTable({ mails }: { mails: readonly MailLine[] }) {
  const t = useText();
  return (
    <Table
      id="cac-thu"
      caption={t("mailroom:caption")}
      hideCaption
      stacks
      columns={[
        { header: t("mailroom:queued"), names: true, cell: (mail) => mail.queued },
        { header: t("mailroom:kind"), cell: (mail) => mail.kind },
        { header: t("mailroom:recipient"), cell: (mail) => <span className="code">{mail.recipient}</span> },
        { header: t("mailroom:state"), cell: (mail) => <Fate {...mail} /> },
        { header: t("mailroom:tries"), align: "end", cell: (mail) => mail.tries },
        { header: t("mailroom:last"), cell: (mail) => mail.last },
        { header: t("mailroom:code"), cell: (mail) => <span className="code">{mail.code}</span> },
        {
          header: t("mailroom:act"),
          cell: (mail) =>
            mail.maySendAgain ? (
              <Form method="post" data-once="">
                <input type="hidden" name="thu" value={mail.id} />
                <Button look="secondary" small>
                  {t("mailroom:sendAgain")}
                  <VisuallyHidden> {t("mailroom:ofMail", { when: mail.queued, address: mail.recipient })}</VisuallyHidden>
                </Button>
              </Form>
            ) : (
              "–"
            ),
        },
      ]}
      rows={mails}
      rowKey={(mail) => mail.id}
    />
  );
}

function Fate({ tone, state, reason, next }: MailLine) {
  const more = [reason, next].filter(Boolean).join("; ");
  return (
    <>
      <StateTag tone={tone}>{state}</StateTag>
      {more ? <p className="small">{more}</p> : null}
    </>
  );
}
