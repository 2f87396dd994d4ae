import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Receipt } from "#app/components/ui/receipt.tsx";
import { listApiKeys, mayManageKeys } from "#app/domain/partners/index.server.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { IssueForm } from "./api-keys/issue-form.tsx";
import { KeyTable } from "./api-keys/key-table.tsx";
import { manageKeys } from "./api-keys/manage-keys.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, today } = await asOfficial(args, "people.manage");
  if (!mayManageKeys(official)) throw forbidden();
  const keys = await listApiKeys(db, official, today);
  return {
    keys: keys.map(({ id, hint, partner, scope, hourlyLimit, validUntil, usedOn, standing, demo, cases }) => ({
      id,
      hint: `${hint}…`,
      partner,
      scope: t(`open311:keys.scopes.${scope}`),
      limit: t("open311:keys.limit", { count: hourlyLimit }),
      validUntil: formatDay(lang, validUntil),
      usedOn: usedOn ? formatDay(lang, usedOn) : t("open311:keys.never"),
      standing,
      demo,
      cases: formatNumber(lang, cases),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "people.manage");
  if (!mayManageKeys(visit.official)) throw forbidden();
  const answer = await manageKeys(visit, await readForm(args.request));
  // A key is shown in this one answer and kept by nobody.
  return data(answer, { status: answer.notice ? 200 : answer.refused ? 409 : 422, headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("open311:keys.title"), robots: "noindex" });

export default function ApiKeys() {
  const { keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("open311:keys.title")} lead={<p>{t("open311:keys.lead")}</p>} />
      <div className="stack">
        {answer?.notice ? (
          <Notice tone="ok" live>
            {answer.notice}
          </Notice>
        ) : null}
        {answer?.key ? <Receipt label={t("open311:keys.key")} code={answer.key} /> : null}
        {answer?.refused ? (
          <Notice tone="bad" live>
            {answer.refused}
          </Notice>
        ) : null}
        <Disclosure summary={t("open311:keys.issue")} open={answer?.form === "issue" && !answer.notice}>
          <IssueForm answer={answer?.form === "issue" ? answer : undefined} />
        </Disclosure>
      </div>
      <Section id="danh-sach" title={t("open311:keys.list")}>
        {keys.length === 0 ? (
          <EmptyState title={t("open311:keys.none")}>
            <p>{t("open311:keys.noneLine")}</p>
          </EmptyState>
        ) : (
          <KeyTable keys={keys} />
        )}
      </Section>
    </>
  );
}
