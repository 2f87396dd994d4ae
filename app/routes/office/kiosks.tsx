import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { AnswerNotices } from "./frame/answer-notices.tsx";
import { changeKiosk } from "./kiosk/change-kiosk.server.ts";
import { KioskDraftForm } from "./kiosk/kiosk-draft-form.tsx";
import { KioskTable } from "./kiosk/kiosk-table.tsx";
import { readKiosks } from "./kiosk/read-kiosks.server.ts";
import { SetUpCode } from "./kiosk/set-up-code.tsx";

export async function loader(args: LoaderFunctionArgs) {
  return readKiosks(await asOfficial(args, "slips.issue"));
}

/** A new kiosk, a new code for one, or its end. The code goes to this page and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "slips.issue");
  const answer = await changeKiosk(visit, await readForm(args.request));
  return data(answer, { status: answer.status, headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("kiosk:office.title"), robots: "noindex" });

export default function Kiosks() {
  const { kiosks, places, procedures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("kiosk:office.title")} lead={<p>{t("kiosk:office.lead")}</p>} />
      <AnswerNotices answer={answer} />
      {answer?.code ? <SetUpCode {...answer.code} /> : null}
      {kiosks.length > 0 ? (
        <KioskTable kiosks={kiosks} />
      ) : (
        <EmptyState title={t("kiosk:office.none")}>
          <p>{t("kiosk:office.noneNext")}</p>
        </EmptyState>
      )}
      <Section id="tao" title={t("kiosk:office.add")}>
        {places.length > 0 ? (
          <KioskDraftForm places={places} procedures={procedures} typed={answer?.typed} errors={answer?.errors} />
        ) : (
          <p className="muted">{t("kiosk:office.noRound")}</p>
        )}
      </Section>
    </>
  );
}
