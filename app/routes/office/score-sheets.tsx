import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileField } from "#app/components/form/file-field.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { importCounts, listScoreSheets, openScoreSheet, unitsToScore } from "#app/domain/service-quality/index.server.ts";
import { mayOpenRoom } from "#app/domain/service-quality/may-score.ts";
import { quartersOver } from "#app/domain/service-quality/period.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { quarterWords } from "../portal/service/period-words.ts";
import { readFormData } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { isDoneWord } from "./service/done-words.ts";
import { SaidNotice } from "./service/said-notice.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, url, today } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const quarters = quartersOver(today, 4);
  const [sheets, units] = await Promise.all([listScoreSheets(db, official), unitsToScore(db, official, quarters)]);
  const { xong } = readListQuery(url, ["xong"]).filters;
  return {
    done: isDoneWord(xong) ? xong : null,
    sheets: sheets.map(({ id, unit, quarter, state }) => ({ id, unit: inLanguage(lang, unit.name), quarter, state })),
    units: units.map(({ slug, nameVi, nameEn }) => ({ value: slug, label: inLanguage(lang, { vi: nameVi, en: nameEn }) })),
    quarters,
    mayOpen: mayIn(official, "scores.enter") || mayIn(official, "scores.appraise"),
    mayImport: mayIn(official, "scores.import"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args);
  if (!mayOpenRoom(official)) throw forbidden();
  const form = await readFormData(args.request);
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\0", "") : "";
  };
  if (said("viec") === "mo") {
    const opened = await openScoreSheet(db, official, { unit: said("unit"), quarter: said("quarter") }, now);
    if (opened.ok) return redirect(`${to(`/can-bo/danh-gia-mot-cua/${opened.value.id}`)}?xong=opened`);
    return data({ problem: refusalSentence(t, opened) }, { status: 409 });
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return data({ problem: t("service:office.fileMissing") }, { status: 422 });
  const imported = await importCounts(db, official, Buffer.from(await file.arrayBuffer()), said("source"), now);
  if (imported.ok) return redirect(`${to("/can-bo/danh-gia-mot-cua")}?xong=imported`);
  return data({ problem: refusalSentence(t, imported) }, { status: 409 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("service:office.title"), robots: "noindex" });

export default function OfficeScoreSheets() {
  const { done, sheets, units, quarters, mayOpen, mayImport } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("service:office.title")}
        lead={<p>{t("service:office.lead")}</p>}
        actions={
          <>
            <ButtonLink look="secondary" href={to("/can-bo/danh-gia-mot-cua/bo-chi-so-766")}>
              {t("service:office.toMonths")}
            </ButtonLink>
            <ButtonLink look="quiet" href={to("/can-bo/danh-gia-mot-cua/quy-tac")}>
              {t("service:office.toRules")}
            </ButtonLink>
          </>
        }
      />
      <SaidNotice problem={tried?.problem} done={done} />
      <Section id="phieu" title={t("service:office.sheets")}>
        {sheets.length === 0 ? (
          <EmptyState title={t("service:office.noSheets")}>
            <p>{t("service:office.noSheetsLine")}</p>
          </EmptyState>
        ) : (
          <Table
            id="cac-phieu"
            caption={t("service:office.sheets")}
            hideCaption
            stacks
            rows={sheets}
            rowKey={({ id }) => id}
            columns={[
              { header: t("service:unit"), names: true, cell: ({ id, unit }) => <a href={to(`/can-bo/danh-gia-mot-cua/${id}`)}>{unit}</a> },
              { header: t("service:office.quarterHeader"), cell: ({ quarter }) => quarterWords(t, quarter) },
              { header: t("service:office.stateHeader"), cell: ({ state }) => t(`service:office.state.${state}`) },
            ]}
          />
        )}
      </Section>
      {mayOpen ? (
        <Section id="mo" title={t("service:office.open")}>
          <form method="post" encType="multipart/form-data" noValidate className="stack">
            <input type="hidden" name="viec" value="mo" />
            <Select id="unit" name="unit" label={t("service:unit")} placeholder={t("service:office.chooseUnit")} choices={units} />
            <Select
              id="quarter"
              name="quarter"
              label={t("service:chooseQuarter")}
              choices={quarters.map((value) => ({ value, label: quarterWords(t, value) }))}
            />
            <SubmitRow text={t("service:office.openButton")} />
          </form>
        </Section>
      ) : null}
      {mayImport ? (
        <Section id="nhap" title={t("service:office.counts")}>
          <form method="post" encType="multipart/form-data" noValidate className="stack">
            <input type="hidden" name="viec" value="nhap" />
            <FileField id="file" name="file" label={t("service:office.file")} hint={t("service:office.countsHint")} accept=".csv,.xlsx" />
            <TextField id="source" name="source" label={t("service:office.source")} hint={t("service:office.sourceHint")} maxLength={200} />
            <SubmitRow text={t("service:office.importButton")} look="secondary" />
          </form>
        </Section>
      ) : null}
    </>
  );
}
