import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { listTemplates, saveTemplate } from "#app/domain/feedback/index.server.ts";
import { templateFields, templateKinds } from "#app/domain/feedback/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { readRevision } from "../revision.ts";
import { fieldSentence, refusalSentence } from "../sentences.ts";
import { TemplateForm } from "./templates/template-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, url } = await asOfficial(args, "templates.manage");
  return { templates: await listTemplates(db, { all: true }), done: readListQuery(url, ["xong"]).filters.xong !== undefined };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args, "templates.manage");
  const { id = "", title = "", body = "", active, revision, kind } = await readForm(args.request);
  const typed = { id, kind: templateKinds.find((one) => one === kind), title, body, active: active === "on" };
  if (!typed.kind) return data({ ...typed, error: fieldSentence(t, "required") }, { status: 422 });
  const what = {
    ...typed,
    kind: typed.kind,
    id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined,
    revision: readRevision(revision),
  };
  const saved = await saveTemplate(db, official, what, now);
  if (!saved.ok) return data({ ...typed, error: refusalSentence(t, saved) }, { status: 409 });
  return redirect(`${to("/can-bo/mau-tra-loi")}?xong=1`);
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("templates:title"), robots: "noindex" });

export default function Templates() {
  const { templates, done } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const t = useText();
  const blank = { id: "", kind: undefined, title: "", body: "", active: true, revision: 0 };
  return (
    <>
      <PageHeader title={t("templates:title")} lead={<p>{t("templates:lead")}</p>} />
      {done && !tried ? (
        <Notice tone="ok" live>
          {t("templates:saved")}
        </Notice>
      ) : null}
      <Section id="mau" title={t("templates:title")}>
        {templates.length === 0 ? <EmptyState title={t("templates:none")}>{t("templates:noneLine")}</EmptyState> : null}
        <div className="stack stack-tight">
          {templates.map((template) => (
            <Disclosure
              key={template.id}
              open={tried?.id === template.id || undefined}
              summary={`${t(`templates:kinds.${template.kind}`)}: ${template.title}${template.active ? "" : ` (${t("templates:retired")})`}`}
            >
              <TemplateForm key={template.revision} template={template} tried={tried?.id === template.id ? tried : undefined} />
            </Disclosure>
          ))}
        </div>
      </Section>
      <Section id="them" title={t("templates:add")}>
        <TemplateForm key={templates.length} template={blank} tried={tried?.id === "" ? tried : undefined} />
      </Section>
      <Section id="cho-tu-dien" title={t("templates:fieldsTitle")}>
        <DefinitionList facts={templateFields.map((name) => ({ term: `{{${name}}}`, detail: t(`templates:fields.${name}`) }))} />
      </Section>
    </>
  );
}
