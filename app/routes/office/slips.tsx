import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { issueBatch } from "./survey/issue-batch.server.ts";
import { readDesk } from "./survey/read-desk.server.ts";
import { SlipForm } from "./survey/slip-form.tsx";
import { SlipSheets } from "./survey/slip-sheets.tsx";

export async function loader(args: LoaderFunctionArgs) {
  return readDesk(await asOfficial(args, "slips.issue"));
}

/** The codes go to the page that prints them and nowhere else: they cannot be had again. */
export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const answer = await issueBatch(visit, await readForm(args.request));
  return data(answer, { status: answer.status, headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("surveys:slips.title"), robots: "noindex" });

export default function Slips() {
  const { places, procedures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  if (answer?.batch) return <SlipSheets {...answer.batch} />;
  return (
    <>
      <PageHeader title={t("surveys:slips.title")} lead={<p>{t("surveys:slips.lead")}</p>} />
      {places.length === 0 ? (
        <EmptyState title={t("surveys:slips.noRound")} icon="info">
          <p>{t("surveys:slips.noRoundNext")}</p>
        </EmptyState>
      ) : (
        <SlipForm places={places} procedures={procedures} typed={answer?.typed} errors={answer?.errors} refused={answer?.refused} />
      )}
    </>
  );
}
