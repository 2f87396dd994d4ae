import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SheetToolbar } from "#app/components/layout/print-sheet.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PrintButton, ScreenOnly } from "#app/components/ui/media.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { printAgain, printLetters, sampleTasks } from "#app/domain/samples/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { LetterSheets } from "./samples/letter-sheets.tsx";
import { SampleCrumbs } from "./samples/sample-crumbs.tsx";
import { readSampleRound } from "./samples/sample-round.server.ts";
import { toLetters } from "./samples/to-letters.server.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round } = await readSampleRound(visit, args.params.slug);
  const { lastBatch } = await sampleTasks(visit.db, round.id, visit.today);
  return { round: { slug: round.slug, title: inLanguage(visit.lang, round.title) }, lastBatch };
}

/** Names and addresses go to the page that prints them and nowhere else; each print is in the trace. */
export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round } = await readSampleRound(visit, args.params.slug);
  const { db, portal, official, now, t } = visit;
  const { intent, kind, batch = "" } = await readForm(args.request);
  const printed =
    intent === "print" && (kind === "invitation" || kind === "reminder")
      ? await printLetters(db, portal.keys, official, round.slug, kind, now)
      : intent === "again" && /^\d{1,6}$/.test(batch)
        ? await printAgain(db, portal.keys, official, round.slug, Number(batch), now)
        : undefined;
  if (intent !== "print" && intent !== "again") throw data({ reason: "bad_request" }, { status: 400 });
  if (!printed) return data({ error: t("errors:field.not_a_number"), batch }, { status: 422 });
  if (!printed.ok) return data({ error: refusalSentence(t, printed), batch }, { status: 409 });
  const letters = toLetters(printed.value, portal.publicUrl);
  return data({ letters, number: printed.value.batch }, { headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("samples:letters.title"), robots: "noindex" });

export default function SampleLetters() {
  const { round, lastBatch } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const back = (
    <ButtonLink look="quiet" href={to(`/can-bo/khao-sat/${round.slug}/mau`)}>
      {t("samples:letters.back")}
    </ButtonLink>
  );
  if (answer && "letters" in answer) {
    return (
      <>
        <ScreenOnly>
          <PageHeader title={t("samples:letters.ready", { count: answer.letters.length, batch: String(answer.number) })} kicker={round.title} />
          <Notice tone="warn">{t("samples:letters.note")}</Notice>
          <SheetToolbar>
            <PrintButton text={t("samples:letters.print")} />
            {back}
          </SheetToolbar>
        </ScreenOnly>
        <LetterSheets letters={answer.letters} />
      </>
    );
  }
  const crumbs = <SampleCrumbs slug={round.slug} round={round.title} page={t("samples:letters.title")} />;
  if (lastBatch === 0) {
    return (
      <>
        <PageHeader title={t("samples:letters.title")} kicker={round.title} before={crumbs} />
        <EmptyState title={t("samples:letters.none")} icon="info" actions={back}>
          <p>{t("samples:letters.noneLine")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("samples:letters.title")} kicker={round.title} lead={<p>{t("samples:letters.lead")}</p>} before={crumbs} />
      <Form method="post" noValidate className="stack measure">
        <FormErrorSummary title={t("common:formErrors")} fields={[{ id: "batch", error: answer?.error }]} />
        <TextField
          id="batch"
          name="batch"
          inputMode="numeric"
          width="short"
          label={t("samples:letters.batch")}
          hint={t("samples:letters.batchHint", { last: String(lastBatch) })}
          error={answer?.error}
          defaultValue={answer?.batch ?? String(lastBatch)}
        />
        <SubmitRow text={t("samples:letters.print")} name="intent" value="again">
          {back}
        </SubmitRow>
      </Form>
    </>
  );
}
