import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { countOutgoing, listOutgoing, mayMindMail, sendAgain } from "#app/domain/messages/index.server.ts";
import { type MailStanding, mailStandings } from "#app/domain/messages/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { MailTable } from "./mail-room/mail-table.tsx";
import { toMailLine } from "./mail-room/to-mail-line.ts";

export { privateHeader as headers } from "../private-header.ts";

const standings = Object.keys(mailStandings) as MailStanding[];

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, url } = await asOfficial(args, "people.manage");
  if (!mayMindMail(official)) throw forbidden();
  const { after, filters } = readListQuery(url, ["tinh-trang"]);
  const standing = standings.find((one) => one === filters["tinh-trang"]);
  const [page, counts] = await Promise.all([
    listOutgoing(db, official, standing, { after: z.uuid().safeParse(after).data }),
    countOutgoing(db, official),
  ]);
  return {
    standing,
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, formatNumber(lang, count)])) as Partial<
      Record<MailStanding, string>
    >,
    mails: page.items.map((mail) => toMailLine(t, lang, mail)),
    next: nextPageHref(url, page.next),
    first: firstPageHref(url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, now } = await asOfficial(args, "people.manage");
  if (!mayMindMail(official)) throw forbidden();
  const { thu } = await readForm(args.request);
  const id = z.uuid().safeParse(thu).data ?? "00000000-0000-0000-0000-000000000000";
  const queued = await sendAgain(db, official, id, now);
  const answer = { notice: queued.ok ? t("mailroom:queuedAgain") : null, refused: queued.ok ? null : refusalSentence(t, queued) };
  return data(answer, { status: queued.ok ? 200 : 409 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("mailroom:title"), robots: "noindex" });

export default function MailRoom() {
  const { standing, counts, mails, next, first } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const here = to("/can-bo/thu-di");
  return (
    <>
      <PageHeader title={t("mailroom:title")} lead={<p>{t("mailroom:lead")}</p>} />
      <div className="stack">
        <AnswerNotices answer={answer} />
        <Tabs
          label={t("mailroom:filters")}
          items={[
            { href: here, text: t("mailroom:all"), current: !standing },
            ...standings.map((one) => ({
              href: `${here}?tinh-trang=${one}`,
              text: t(`mailroom:standing.${one}`),
              count: counts[one],
              current: one === standing,
            })),
          ]}
        />
        {standing ? <p className="measure">{t(`mailroom:meaning.${standing}`)}</p> : null}
        {mails.length === 0 ? (
          <EmptyState title={t(standing ? "mailroom:emptyHere" : "mailroom:empty")}>
            <p>{t("mailroom:emptyLine")}</p>
          </EmptyState>
        ) : (
          <MailTable mails={mails} />
        )}
      </div>
      <Pagination
        label={t("pages")}
        next={next ? { href: next, text: t("mailroom:older") } : undefined}
        previous={first ? { href: first, text: t("mailroom:newest") } : undefined}
      />
    </>
  );
}
