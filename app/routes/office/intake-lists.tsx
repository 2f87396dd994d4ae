import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FileField } from "#app/components/form/file-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { listImports, listSources, startImport } from "#app/domain/intake/index.server.ts";
import { importMaxBytes, importMaxRows, sourceMaxLength } from "#app/domain/intake/vocabulary.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { refusalSentence } from "../sentences.ts";
import { readUpload } from "./intake/read-upload.server.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t } = await asOfficial(args, "cases.enter");
  const [imports, sources] = await Promise.all([listImports(db, official), listSources(db)]);
  const n = (count: number) => formatNumber(lang, count);
  return {
    sources,
    mostRows: n(importMaxRows),
    imports: imports.map(({ id, source, state, createdAt, fileSha256, rows, made, known, wrong }) => ({
      id,
      source,
      at: formatInstant(lang, createdAt),
      hash: fileSha256.slice(0, 12),
      counts:
        state === "done"
          ? t("intake:list.countsOf", { rows: n(rows), made: n(made), known: n(known), wrong: n(wrong) })
          : t("intake:list.stopped", { rows: n(rows), made: n(made) }),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, portal, official, t, to, now } = await asOfficial(args, "cases.enter");
  const { source, content } = await readUpload(args.request);
  if (!content) return data({ source, error: t("intake:list.fileMissing"), field: "file" as const }, { status: 422 });
  const started = await startImport(db, portal.keys, official, { source, content }, now);
  if (started.ok) return redirect(to(`/can-bo/nhap-danh-sach/${started.value.id}`));
  const field = started.code === "import.source_missing" ? ("source" as const) : ("file" as const);
  return data({ source, error: refusalSentence(t, started), field }, { status: 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("intake:list.title"), robots: "noindex" });

export default function IntakeLists() {
  const { imports, sources, mostRows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const errorOf = (field: "source" | "file") => (answer?.field === field ? answer.error : undefined);
  const known = sources.length > 0 ? ` ${t("intake:list.sourcesKnown", { names: sources.join(", ") })}` : "";
  return (
    <>
      <PageHeader title={t("intake:list.title")} lead={<p>{t("intake:list.lead")}</p>} />
      <Form method="post" encType="multipart/form-data" noValidate className="stack measure" data-once="">
        <FormErrorSummary title={t("formErrors")} fields={answer ? [{ id: answer.field, error: answer.error }] : []} />
        <TextField
          id="source"
          name="source"
          label={t("intake:list.source")}
          hint={`${t("intake:list.sourceHint")}${known}`}
          defaultValue={answer?.source ?? sources[0]}
          error={errorOf("source")}
          maxLength={sourceMaxLength}
        />
        <FileField
          id="file"
          name="file"
          label={t("intake:list.file")}
          hint={t("intake:list.fileHint", { rows: mostRows, megabytes: String(importMaxBytes / 1024 / 1024) })}
          accept=".xlsx,.csv"
          error={errorOf("file")}
        />
        <SubmitRow text={t("intake:list.read")} />
      </Form>
      {imports.length > 0 ? (
        <Section id="cac-lan-nhap" title={t("intake:list.past")}>
          <Table
            id="lan-nhap"
            caption={t("intake:list.past")}
            hideCaption
            stacks
            columns={[
              { header: t("intake:list.source"), names: true, cell: (one) => <a href={to(`/can-bo/nhap-danh-sach/${one.id}`)}>{one.source}</a> },
              { header: t("intake:list.at"), cell: (one) => one.at },
              { header: t("intake:list.counts"), cell: (one) => one.counts },
              { header: t("intake:list.fileHash"), cell: (one) => <span className="code">{one.hash}</span> },
            ]}
            rows={imports}
            rowKey={(one) => one.id}
          />
        </Section>
      ) : null}
    </>
  );
}
