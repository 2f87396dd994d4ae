import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileField } from "#app/components/form/file-field.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { listVersions, startDraft } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { readStart } from "./questionnaire/read-start.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url } = await asOfficial(args, "surveys.manage");
  const versions = await listVersions(db);
  return {
    gone: url.searchParams.has("bo"),
    versions: versions.map(({ title, ...version }) => ({ ...version, title: inLanguage(lang, title) || version.code })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args, "surveys.manage");
  const { start, typed } = await readStart(await readFormData(args.request));
  if (!start) return data({ typed, error: t("questionnaires:start.wrong") }, { status: 422 });
  const started = await startDraft(db, official, start, now);
  if (!started.ok) return data({ typed, error: refusalSentence(t, started) }, { status: 409 });
  return redirect(to(`/can-bo/bo-cau-hoi/${started.value.code}/${started.value.version}`));
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("questionnaires:title"), robots: "noindex" });

export default function Questionnaires() {
  const { versions, gone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("questionnaires:title")} lead={<p>{t("questionnaires:lead")}</p>} />
      {answer ? (
        <Notice tone="bad" live>
          {answer.error}
        </Notice>
      ) : gone ? (
        <Notice tone="ok" live>
          {t("questionnaires:discarded")}
        </Notice>
      ) : null}
      <Section id="phien-ban" title={t("questionnaires:versions")}>
        <Table
          id="bang-phien-ban"
          caption={t("questionnaires:versions")}
          hideCaption
          stacks
          rows={versions}
          rowKey={({ code, version }) => `${code} ${version}`}
          columns={[
            {
              header: t("questionnaires:column.title"),
              names: true,
              cell: ({ code, version, title }) => <a href={to(`/can-bo/bo-cau-hoi/${code}/${version}`)}>{title}</a>,
            },
            { header: t("questionnaires:column.code"), cell: ({ code }) => <span className="code">{code}</span> },
            { header: t("questionnaires:column.version"), align: "end", cell: ({ version }) => version },
            { header: t("questionnaires:column.questions"), align: "end", cell: ({ questions }) => questions },
            {
              header: t("questionnaires:column.state"),
              cell: ({ isDraft, rounds }) =>
                isDraft
                  ? t("questionnaires:state.draft")
                  : rounds > 0
                    ? t("questionnaires:state.used", { count: rounds })
                    : t("questionnaires:state.free"),
            },
          ]}
        />
      </Section>
      <Section id="moi" title={t("questionnaires:start.title")}>
        <form method="post" encType="multipart/form-data" noValidate className="stack">
          <Select
            id="dua-tren"
            name="from"
            label={t("questionnaires:start.from")}
            placeholder={t("questionnaires:start.nothing")}
            choices={versions.map(({ code, version, title }) => ({ value: `${code} ${version}`, label: `${title} (${code}, ${version})` }))}
            defaultValue={answer?.typed.from}
          />
          <TextField
            id="ma"
            name="code"
            label={t("questionnaires:start.code")}
            hint={t("questionnaires:start.codeHint")}
            optional={t("questionnaires:start.codeOptional")}
            width="medium"
            autoComplete="off"
            defaultValue={answer?.typed.code}
          />
          <SubmitRow text={t("questionnaires:start.submit")} />
        </form>
      </Section>
      <Section id="nhap" title={t("questionnaires:file.title")}>
        <form method="post" encType="multipart/form-data" noValidate className="stack">
          <FileField
            id="tep"
            name="file"
            label={t("questionnaires:file.label")}
            hint={t("questionnaires:file.hint")}
            accept=".json,application/json"
          />
          <SubmitRow text={t("questionnaires:file.submit")} look="secondary" />
        </form>
      </Section>
    </>
  );
}
