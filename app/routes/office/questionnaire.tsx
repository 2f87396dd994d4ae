import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { changeDraft, discardDraft, finishDraft, startDraft } from "#app/domain/surveys/index.server.ts";
import { mayWriteQuestionnaire } from "#app/domain/surveys/questionnaire-owner.ts";
import { whatIsMissing } from "#app/domain/surveys/what-is-missing.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { readRevision } from "../revision.ts";
import { refusalSentence } from "../sentences.ts";
import { AddQuestion, DraftForms } from "./questionnaire/draft-forms.tsx";
import { findPlace } from "./questionnaire/find-place.server.ts";
import { MissingList } from "./questionnaire/missing-list.tsx";
import { QuestionTable } from "./questionnaire/question-table.tsx";
import { readChange } from "./questionnaire/read-change.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { content, isDraft, revision, usedAt, ownerId, place } = await findPlace(visit, args.params);
  return {
    ...place,
    content,
    isDraft,
    revision,
    isUsed: usedAt !== null,
    mayWrite: mayWriteQuestionnaire(visit.official, ownerId),
    done: visit.url.searchParams.has("xong"),
    missing: isDraft ? whatIsMissing(content) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { db, official, t, to, now } = visit;
  const { place } = await findPlace(visit, args.params);
  const form = await readForm(args.request);
  const at = { ...place, revision: readRevision(form.revision) };
  const here = to(`/can-bo/bo-cau-hoi/${place.code}/${place.version}`);
  const refused = (error: string, status: number) => data({ typed: form, error }, { status });

  if (form.intent === "copy") {
    const started = await startDraft(db, official, { from: "version", ...place, as: place.code }, now);
    return started.ok ? redirect(to(`/can-bo/bo-cau-hoi/${started.value.code}/${started.value.version}`)) : refused(refusalSentence(t, started), 409);
  }
  if (form.intent === "discard") {
    const discarded = await discardDraft(db, official, at, now);
    return discarded.ok ? redirect(`${to("/can-bo/bo-cau-hoi")}?bo=1`) : refused(refusalSentence(t, discarded), 409);
  }
  if (form.intent === "finish") {
    const finished = await finishDraft(db, official, at, now);
    // Under another number where somebody took its own meanwhile.
    return finished.ok
      ? redirect(`${to(`/can-bo/bo-cau-hoi/${place.code}/${finished.value.version}`)}?xong=1`)
      : refused(refusalSentence(t, finished), 409);
  }
  const change = readChange(form);
  if (!change) return refused(t("questionnaires:addWrong"), 422);
  const changed = await changeDraft(db, official, at, change, now);
  if (!changed.ok) return refused(refusalSentence(t, changed), 409);
  return redirect(change.what === "add" ? `${here}/cau/${change.code}` : `${here}?xong=1#cau-hoi`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  pageMeta(location, {
    title: page ? `${page.code} ${page.version}` : i18nFor(languageOf(location.pathname)).t("questionnaires:title"),
    robots: "noindex",
  });

export default function QuestionnaireEditor() {
  const { code, version, content, isDraft, isUsed, mayWrite, revision, missing, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { lang, to } = useLanguage();
  const t = useText();
  const here = to(`/can-bo/bo-cau-hoi/${code}/${version}`);
  const writes = isDraft && mayWrite;
  const title = inLanguage(lang, content.title) || code;
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("questionnaires:title"), href: to("/can-bo/bo-cau-hoi") }, { text: title }]}
          />
        }
        title={title}
        kicker={t("questionnaires:place", { code, version: String(version) })}
        lead={<p>{t(isDraft ? "questionnaires:draftLead" : isUsed ? "questionnaires:usedLead" : "questionnaires:freeLead")}</p>}
      />
      {answer ? (
        <Notice tone="bad" live>
          {answer.error}
        </Notice>
      ) : done ? (
        <Notice tone="ok" live>
          {t(isDraft ? "questionnaires:saved" : "questionnaires:finished")}
        </Notice>
      ) : null}
      <ButtonRow>
        <ButtonLink look="secondary" href={`${here}/xem`}>
          {t("questionnaires:preview.open")}
        </ButtonLink>
        <ButtonLink look="secondary" icon="download" href={`${here}/tep`}>
          {t("questionnaires:export")}
        </ButtonLink>
      </ButtonRow>
      {mayWrite ? null : <Notice tone="info">{t("questionnaires:ofOthers")}</Notice>}
      {writes ? <MissingList missing={missing} content={content} href={(question) => `${here}/cau/${question}`} /> : null}
      {writes ? (
        <Section id="phan-dau" title={t("questionnaires:headings")}>
          <DraftForms key={revision} content={content} revision={revision} />
        </Section>
      ) : null}
      <Section id="cau-hoi" title={t("questionnaires:questions")}>
        <QuestionTable
          questions={content.questions.map((question) => ({ ...question, text: inLanguage(lang, question.text) || question.text.vi }))}
          revision={writes ? revision : null}
          href={(question) => `${here}/cau/${question}`}
        />
      </Section>
      {writes ? (
        <>
          <Section id="them" title={t("questionnaires:addTitle")}>
            <AddQuestion revision={revision} typed={answer?.typed} />
          </Section>
          <Section id="xong" title={t("questionnaires:finishTitle")}>
            <p>{t("questionnaires:finishNote")}</p>
            <form method="post" className="btn-row">
              <input type="hidden" name="revision" value={revision} />
              <Button name="intent" value="finish">
                {t("questionnaires:finish")}
              </Button>
              <Button look="danger" name="intent" value="discard">
                {t("questionnaires:discard")}
              </Button>
            </form>
          </Section>
        </>
      ) : mayWrite ? (
        <Section id="moi" title={t("questionnaires:copyTitle")}>
          <form method="post" className="btn-row">
            <Button look="secondary" name="intent" value="copy">
              {t("questionnaires:copy")}
            </Button>
          </form>
        </Section>
      ) : null}
    </>
  );
}
