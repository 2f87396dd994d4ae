import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useText } from "#app/i18n/use-text.ts";
import { mailboxFolder } from "#app/jobs/deliver-message.server.ts";
import { readMail } from "#app/mail/mailbox.server.ts";
import { asDeveloper, notFound } from "#app/platform/guards.server.ts";
import { Paragraphs } from "../feedback/paragraphs.tsx";
import { useSiteFrame } from "../portal/site-frame.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { portal } = asDeveloper(args);
  const mail = await readMail(mailboxFolder(portal), args.params.id ?? "");
  if (!mail) throw notFound();
  const links = mail.text.match(/https?:\/\/[^\s>]+/g) ?? [];
  return { mail: { ...mail, at: formatInstant("vi", mail.at) }, links: [...new Set(links)] };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.mail.subject ?? "404" }, { name: "robots", content: "noindex" }];

/** One mail as its reader gets it, in plain text; its links can be followed. */
export default function MailPage() {
  const { mail, links } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <PublicLayout {...useSiteFrame()}>
      <PageHeader
        title={mail.subject}
        before={
          <p>
            <a href="/dev/hom-thu">{t("feedback:mailbox.back")}</a>
          </p>
        }
      />
      <div className="stack">
        <DefinitionList
          facts={[
            { term: t("feedback:mailbox.sentAt"), detail: mail.at },
            { term: t("feedback:mailbox.to"), detail: mail.to },
            ...Object.entries(mail.headers).map(([term, detail]) => ({ term, detail })),
          ]}
        />
        <div lang={mail.language}>
          <Paragraphs text={mail.text} />
        </div>
        <ul className="stack stack-tight">
          {links.map((link) => (
            <li key={link}>
              <a href={link}>{link}</a>
            </li>
          ))}
        </ul>
      </div>
    </PublicLayout>
  );
}
