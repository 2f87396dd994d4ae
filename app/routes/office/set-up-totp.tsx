import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { confirmTotp, findOfficialBySession, startTotp } from "#app/domain/people/index.server.ts";
import { CodeForm } from "#app/domain/people/schemas.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { dropSession, keepSession, readSessionToken } from "#app/platform/session.server.ts";
import { localPath } from "../local-path.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { fieldSentences, refusalSentence } from "../sentences.ts";
import { CodeField } from "./sign-in/code-field.tsx";
import { stepAfter } from "./sign-in/step-after.ts";

/** The page shows a secret: no browser and no proxy keeps it. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, to, url, now } = asAnyone(args);
  const back = localPath(url.searchParams.get("tiep"), to("/can-bo"));
  const token = await readSessionToken(portal, args.request);
  const visitor = token ? await findOfficialBySession(db, token, now, portal.settings.idle) : undefined;
  if (!visitor) throw redirect(to("/dang-nhap"));
  if (visitor.secondFactor !== "to_set_up") throw redirect(stepAfter(visitor.secondFactor, to, back));

  const started = await startTotp(db, portal.keys, visitor.official.id);
  if (!started.ok) throw redirect(to("/dang-nhap"));
  const { uri, groups } = started.value;
  return { back, modules: qrModules(uri), groups };
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, t, to, now } = asAnyone(args);
  const form = await readForm(args.request);
  const given = CodeForm.safeParse(form);
  if (!given.success) return data({ error: fieldSentences(t, given.error).code }, { status: 422 });

  const token = await readSessionToken(portal, args.request);
  if (!token) return redirect(to("/dang-nhap"));
  const confirmed = await confirmTotp(db, portal.keys, token, given.data.code, now);
  if (confirmed.ok) {
    return redirect(localPath(form.tiep, to("/can-bo")), { headers: { "Set-Cookie": await keepSession(portal, confirmed.value.token) } });
  }
  if (confirmed.code === "sign_in.again") return redirect(to("/dang-nhap"), { headers: { "Set-Cookie": await dropSession(portal) } });
  return data({ error: refusalSentence(t, confirmed) }, { status: 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:setUp.title"), robots: "noindex" });

export default function SetUpTotp() {
  const { back, modules, groups } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const t = useText();
  return (
    <>
      <PageHeader title={t("people:setUp.title")} lead={<p>{t("people:setUp.lead")}</p>} />
      <form method="post" noValidate className="stack measure" data-once="">
        <FormErrorSummary title={t("formErrors")} fields={[{ id: "code", error }]} />
        <div className="prose">
          <ol>
            <li>{t("people:setUp.install")}</li>
            <li>
              {t("people:setUp.scan")}
              <QrFigure modules={modules} label={t("people:setUp.qr")} />
              <Disclosure summary={t("people:setUp.typeIt")}>
                <p className="code">{groups.join(" ")}</p>
              </Disclosure>
              <p className="muted small">{t("people:setUp.keep")}</p>
            </li>
            <li>{t("people:setUp.confirm")}</li>
          </ol>
        </div>
        <input type="hidden" name="tiep" value={back} />
        <CodeField error={error} />
        <SubmitRow text={t("people:setUp.submit")} />
      </form>
    </>
  );
}
