import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DateField } from "#app/components/form/date-field.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { addRules, listRules } from "#app/domain/service-quality/index.server.ts";
import { mayOpenRoom } from "#app/domain/service-quality/may-score.ts";
import { refuse } from "#app/domain/outcome.ts";
import { parseStorable } from "#app/domain/storable.ts";
import { ServiceRules } from "#app/domain/service-quality/rules-schema.ts";
import { RulesForm } from "#app/domain/service-quality/schemas.ts";
import { ruleKinds, rulesMaxBytes } from "#app/domain/service-quality/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { fieldSentence, refusalSentence } from "../sentences.ts";
import { isDoneWord } from "./service/done-words.ts";
import { SaidNotice } from "./service/said-notice.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, url } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const versions = [];
  for (const kind of ruleKinds) {
    for (const { id, version, validFrom, note } of await listRules(db, kind)) versions.push({ id, kind, version, validFrom, note });
  }
  const { xong } = readListQuery(url, ["xong"]).filters;
  return { done: isDoneWord(xong) ? xong : null, versions, mayAdd: official.scopes["scores.appraise"] === "all" };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const form = await readFormData(args.request);
  const wish = RulesForm.safeParse({ validFrom: form.get("validFrom"), note: form.get("note") });
  if (!wish.success) return data({ problem: fieldSentence(t, wish.error.issues[0]?.message ?? "required") }, { status: 422 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0 || file.size > rulesMaxBytes)
    return data({ problem: t("service:office.fileMissing") }, { status: 422 });
  const content = ServiceRules.safeParse(parseJson(await file.text()));
  if (!content.success) {
    const where = content.error.issues[0]?.path.join(".") || "JSON";
    return data({ problem: refusalSentence(t, refuse("service_quality.not_rules", { where })) }, { status: 422 });
  }
  const added = await addRules(db, official, { content: content.data, ...wish.data }, now);
  if (added.ok) return redirect(`${to("/can-bo/danh-gia-mot-cua/quy-tac")}?xong=added`);
  return data({ problem: refusalSentence(t, added) }, { status: 409 });
}

function parseJson(text: string): unknown {
  try {
    return parseStorable(text);
  } catch {
    return undefined;
  }
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("service:office.rulesTitle"), robots: "noindex" });

export default function OfficeServiceRules() {
  const { done, versions, mayAdd } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("service:office.rulesTitle")}
        lead={<p>{t("service:office.rulesLead")}</p>}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ href: to("/can-bo/danh-gia-mot-cua"), text: t("service:office.back") }, { text: t("service:office.rulesTitle") }]}
          />
        }
      />
      <SaidNotice problem={tried?.problem} done={done} />
      <Section id="phien-ban" title={t("service:office.versions")}>
        <Table
          id="cac-phien-ban"
          caption={t("service:office.versions")}
          hideCaption
          stacks
          rows={versions}
          rowKey={({ id }) => id}
          columns={[
            { header: t("service:office.kindHeader"), names: true, cell: ({ kind }) => t(`service:office.kind.${kind}`) },
            { header: t("service:office.versionHeader"), align: "end", cell: ({ version }) => String(version) },
            { header: t("service:office.validFrom"), cell: ({ validFrom }) => formatDay(lang, validFrom) },
            { header: t("service:office.note"), cell: ({ note }) => note },
            {
              header: t("service:office.download"),
              cell: ({ id, kind, version }) => (
                <a href={`/can-bo/danh-gia-mot-cua/quy-tac/${id}/tep`}>
                  {t("service:office.download")} ({t(`service:office.kind.${kind}`)}, {version})
                </a>
              ),
            },
          ]}
        />
      </Section>
      {mayAdd ? (
        <Section id="them" title={t("service:office.addRules")}>
          <form method="post" encType="multipart/form-data" noValidate className="stack">
            <FileField
              id="file"
              name="file"
              label={t("service:office.rulesFile")}
              hint={t("service:office.rulesFileHint")}
              accept=".json,application/json"
            />
            <DateField id="validFrom" name="validFrom" label={t("service:office.validFrom")} />
            <TextField id="note" name="note" label={t("service:office.note")} maxLength={200} />
            <SubmitRow text={t("service:office.addButton")} />
          </form>
        </Section>
      ) : null}
    </>
  );
}
