import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { useText } from "#app/i18n/use-text.ts";
import { mailboxFolder } from "#app/jobs/deliver-message.server.ts";
import { listMailbox } from "#app/mail/mailbox.server.ts";
import { asDeveloper } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { useSiteFrame } from "../portal/site-frame.tsx";

export { privateHeader as headers } from "../private-header.ts";

/** `?to=` shows the mails of one address only. */
export async function loader(args: LoaderFunctionArgs) {
  const { portal, url } = asDeveloper(args);
  const mails = await listMailbox(mailboxFolder(portal), { to: readListQuery(url, ["to"]).filters.to });
  return { mails: mails.map(({ id, at, to, subject }) => ({ id, to, subject, at: formatInstant("vi", at) })) };
}

export const meta: MetaFunction = () => [{ title: i18nFor("vi").t("feedback:mailbox.title") }, { name: "robots", content: "noindex" }];

/** Every mail of a world without a mail server. Demo world only. */
export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PublicLayout {...useSiteFrame()}>
      <PageHeader title={t("feedback:mailbox.title")} lead={<p>{t("feedback:mailbox.lead")}</p>} />
      {mails.length === 0 ? (
        <EmptyState title={t("feedback:mailbox.empty")} icon="mail" />
      ) : (
        <Table
          id="thu"
          caption={t("feedback:mailbox.title")}
          hideCaption
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={[
            { header: t("feedback:mailbox.subject"), names: true, cell: (mail) => <a href={`/dev/hom-thu/${mail.id}`}>{mail.subject}</a> },
            { header: t("feedback:mailbox.to"), cell: (mail) => mail.to },
            { header: t("feedback:mailbox.sentAt"), cell: (mail) => mail.at },
          ]}
        />
      )}
    </PublicLayout>
  );
}
