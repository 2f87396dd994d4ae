import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { changeDraft } from "#app/domain/surveys/index.server.ts";
import { codesOf } from "#app/domain/surveys/question-options.ts";
import { mayWriteQuestionnaire } from "#app/domain/surveys/questionnaire-owner.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { readRevision } from "../revision.ts";
import { refusalSentence } from "../sentences.ts";
import { findPlace } from "./questionnaire/find-place.server.ts";
import { QuestionForm } from "./questionnaire/question-form.tsx";
import { readQuestion } from "./questionnaire/read-question.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { content, isDraft, revision, ownerId, place } = await findPlace(visit, args.params);
  const at = content.questions.findIndex(({ code }) => code === args.params.question);
  const question = content.questions[at];
  if (!isDraft || !question) throw notFound();
  if (!mayWriteQuestionnaire(visit.official, ownerId)) throw forbidden();
  return {
    ...place,
    question,
    revision,
    factors: content.factors.map(({ code, name }) => ({ value: code, label: `${code}. ${name.vi}` })),
    earlier: content.questions
      .slice(0, at)
      .filter((one) => codesOf(one).length > 0)
      .map((one) => ({ value: one.code, label: `${one.code}: ${one.text.vi} (${codesOf(one).join(", ")})` })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { db, official, t, to, now } = visit;
  const { content, ownerId, place } = await findPlace(visit, args.params);
  const before = content.questions.find(({ code }) => code === args.params.question);
  if (!before) throw notFound();
  if (!mayWriteQuestionnaire(official, ownerId)) throw forbidden();
  const form = await readForm(args.request);
  const read = readQuestion(before, form);
  if ("wrong" in read) return data({ typed: form, error: t("questionnaires:question.wrong") }, { status: 422 });
  const at = { ...place, revision: readRevision(form.revision) };
  const changed = await changeDraft(db, official, at, { what: "question", code: before.code, question: read.question }, now);
  if (!changed.ok) return data({ typed: form, error: refusalSentence(t, changed) }, { status: 409 });
  return redirect(`${to(`/can-bo/bo-cau-hoi/${place.code}/${place.version}`)}?xong=1#cau-hoi`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  pageMeta(location, { title: page ? `${page.question.code} · ${page.code} ${page.version}` : "", robots: "noindex" });

export default function EditQuestion() {
  const { code, version, question, revision, factors, earlier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  const draft = to(`/can-bo/bo-cau-hoi/${code}/${version}`);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("questionnaires:title"), href: to("/can-bo/bo-cau-hoi") },
              { text: t("questionnaires:place", { code, version: String(version) }), href: draft },
              { text: question.code },
            ]}
          />
        }
        title={t("questionnaires:question.title", { code: question.code })}
        kicker={t(`questionnaires:kinds.${question.kind}`)}
      />
      {answer ? (
        <Notice tone="bad" live>
          {answer.error}
        </Notice>
      ) : null}
      <QuestionForm question={question} typed={answer?.typed} revision={revision} factors={factors} earlier={earlier} />
    </>
  );
}
