import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { parseCaseCode } from "#app/domain/codes.ts";
import { findCaseForOfficial, mayReadCase } from "#app/domain/feedback/index.server.ts";
import { findLikely, linkCases, listLinks, markDuplicate, mayLink, undoLink } from "#app/domain/intake/index.server.ts";
import { formatDay, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { readRevision } from "../revision.ts";
import { refusalSentence } from "../sentences.ts";
import { LikelyCard } from "./intake/likely-card.tsx";
import { LinkTable } from "./intake/link-table.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, today } = await asOfficial(args, "cases.read");
  const theCase = await findCaseForOfficial(db, official, args.params.code ?? "", today);
  const likely = theCase && (await findLikely(db, official, theCase.code));
  if (!theCase || !likely) throw notFound();
  const links = await listLinks(db, official, theCase.code);
  const linked = new Set(links.map((link) => link.code));
  return {
    code: theCase.code,
    subject: theCase.subject,
    revision: theCase.revision,
    mayLink: mayLink(official),
    mayPropose: theCase.mayDo.includes("propose_refusal"),
    links,
    likely: likely
      .filter((one) => !linked.has(one.code))
      .map(({ alike, receivedOn, ...one }) => ({ ...one, receivedOn: formatDay(lang, receivedOn), alike: formatPercent(lang, alike * 100, 0) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args, "cases.read");
  const code = parseCaseCode(args.params.code ?? "");
  if (!code || !(await mayReadCase(db, official, code))) throw notFound();
  if (!mayLink(official)) throw forbidden();
  const { intent, other = "", text = "", link = "", revision } = await readForm(args.request);
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(link);
  if (intent !== "duplicate" && intent !== "related" && !(intent === "undo" && uuid)) throw data({ reason: "bad_request" }, { status: 400 });

  const answer =
    intent === "duplicate"
      ? await markDuplicate(db, official, code, { lead: other, text, revision: readRevision(revision) }, now)
      : intent === "related"
        ? await linkCases(db, official, code, other, now)
        : await undoLink(db, official, code, link, now);
  if (!answer.ok) return data({ refused: refusalSentence(t, answer) }, { status: 409 });
  return redirect(to(`/can-bo/ho-so/${code}/lien-quan`));
}

export const meta: MetaFunction<typeof loader> = ({ data: view, location }) => pageMeta(location, { title: view?.code ?? "404", robots: "noindex" });

export default function IntakeDuplicates() {
  const { code, subject, links, likely, ...may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader
        title={t("intake:related.title", { code })}
        lead={<p>{subject}</p>}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("casework:page.back"), href: to("/can-bo/ho-so") },
              { text: code, href: to(`/can-bo/ho-so/${code}`) },
              { text: t("intake:related.short") },
            ]}
          />
        }
      />
      {answer ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : null}
      {links.length > 0 ? (
        <Section id="da-ghep" title={t("intake:related.linked")}>
          <LinkTable links={links} mayUndo={may.mayLink} />
        </Section>
      ) : null}
      <Section id="co-the-trung" title={t("intake:related.likely")}>
        {likely.length > 0 ? (
          <div className="stack stack-loose">
            <p className="measure">{t("intake:related.likelyLead")}</p>
            {likely.map((one) => (
              <LikelyCard key={one.code} {...one} {...may} />
            ))}
          </div>
        ) : (
          <EmptyState title={t("intake:related.none")}>{t("intake:related.noneLine")}</EmptyState>
        )}
      </Section>
    </>
  );
}
