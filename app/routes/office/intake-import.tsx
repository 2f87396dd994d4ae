import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { changeMapping, orderImport } from "#app/domain/intake/index.server.ts";
import { importKeptHours, importMaxColumns, importTargets } from "#app/domain/intake/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { ImportProgress } from "./intake/import-progress.tsx";
import { ImportPreview } from "./intake/import-preview.tsx";
import { readImport } from "./intake/read-import.server.ts";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "cases.enter");
  const view = await readImport(visit, args.params.id ?? "");
  if (!view) throw notFound();
  return { ...view, mayRead: visit.official.may.includes("cases.read") };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.enter");
  const { db, portal, official, t, to, now } = visit;
  const id = args.params.id ?? "";
  if (!(await readImport(visit, id))) throw notFound();
  const texts = await readForm(args.request);
  const defaultKind = caseKinds.find((kind) => kind === texts.defaultKind);
  if (texts.intent !== "import" && !(texts.intent === "map" && defaultKind)) throw data({ reason: "bad_request" }, { status: 400 });

  const columns = Array.from({ length: importMaxColumns }, (_, at) => importTargets.find((target) => target === texts[`column${at}`]) ?? null);
  const answer = defaultKind
    ? await changeMapping(db, portal.keys, official, id, { mapping: columns, defaultKind }, now)
    : await orderImport(db, portal.keys, official, id, now);
  if (!answer.ok) return data({ refused: refusalSentence(t, answer) }, { status: 409 });
  return redirect(`${to(`/can-bo/nhap-danh-sach/${id}`)}${texts.intent === "map" ? "#xem-truoc" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: view, location }) =>
  pageMeta(location, { title: view?.source ?? "404", robots: "noindex" });

export default function IntakeImport() {
  const { id, source, state, at, rows, made, known, wrong, progress, nothingNew, wrongKept, preview, mayRead, ...columns } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const back = to("/can-bo/nhap-danh-sach");
  return (
    <>
      <PageHeader
        title={t("intake:page.title", { source })}
        lead={<p>{t("intake:page.lead", { at, rows })}</p>}
        before={<Breadcrumbs label={t("common:breadcrumbs")} items={[{ text: t("intake:list.title"), href: back }, { text: source }]} />}
      />
      <div className="stack stack-loose">
        {answer ? (
          <Notice tone="bad" live>
            {answer.refused}
          </Notice>
        ) : null}
        {progress ? <ImportProgress progress={progress} here={`${back}/${id}`} made={made} /> : null}
        {state === "done" ? (
          <>
            <Notice tone="ok" live>
              {t("intake:page.done", { made, known, wrong })} {nothingNew ? t("intake:page.nothingNew") : null}
            </Notice>
            {wrongKept ? (
              <p className="measure">{t("intake:page.wrongNote", { reason: t("intake:reason"), hours: String(importKeptHours) })}</p>
            ) : null}
            <ButtonRow>
              {wrongKept ? (
                <ButtonLink icon="download" href={`/can-bo/dong-sai/${id}`} download>
                  {t("intake:page.wrongRows")}
                </ButtonLink>
              ) : null}
              <ButtonLink look="secondary" href={back}>
                {t("intake:page.another")}
              </ButtonLink>
              {mayRead ? (
                <ButtonLink look="secondary" href={to("/can-bo/ho-so")}>
                  {t("intake:page.toCases")}
                </ButtonLink>
              ) : null}
            </ButtonRow>
          </>
        ) : null}
        {preview ? <ImportPreview preview={preview} {...columns} /> : null}
      </div>
    </>
  );
}
