import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { confirmSecondFactor, findOfficialBySession } from "#app/domain/people/index.server.ts";
import { CodeForm } from "#app/domain/people/schemas.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { dropSession, keepSession, readSessionToken } from "#app/platform/session.server.ts";
import { localPath } from "../local-path.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { fieldSentences, refusalSentence } from "../sentences.ts";
import { CodeField } from "./sign-in/code-field.tsx";
import { stepAfter } from "./sign-in/step-after.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, to, url, now } = asAnyone(args);
  const back = localPath(url.searchParams.get("tiep"), to("/can-bo"));
  const token = await readSessionToken(portal, args.request);
  const visitor = token ? await findOfficialBySession(db, token, now, portal.settings.idle) : undefined;
  if (!visitor) throw redirect(to("/dang-nhap"));
  if (visitor.secondFactor !== "to_confirm") throw redirect(stepAfter(visitor.secondFactor, to, back));
  return { back };
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, t, to, now } = asAnyone(args);
  const form = await readForm(args.request);
  const given = CodeForm.safeParse(form);
  if (!given.success) return data({ error: fieldSentences(t, given.error).code }, { status: 422 });

  const token = await readSessionToken(portal, args.request);
  if (!token) return redirect(to("/dang-nhap"));
  const confirmed = await confirmSecondFactor(db, portal.keys, token, given.data.code, now);
  if (confirmed.ok) {
    return redirect(localPath(form.tiep, to("/can-bo")), { headers: { "Set-Cookie": await keepSession(portal, confirmed.value.token) } });
  }
  if (confirmed.code === "sign_in.again") return redirect(to("/dang-nhap"), { headers: { "Set-Cookie": await dropSession(portal) } });
  return data({ error: refusalSentence(t, confirmed) }, { status: 422 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:code.title"), robots: "noindex" });

export default function SecondFactorPage() {
  const { back } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader title={t("people:code.title")} lead={<p>{t("people:code.lead")}</p>} />
      <form method="post" noValidate className="stack measure" data-once="">
        <FormErrorSummary title={t("formErrors")} fields={[{ id: "code", error }]} />
        <input type="hidden" name="tiep" value={back} />
        <CodeField error={error} />
        <SubmitRow text={t("people:code.submit")}>
          <a href={to("/dang-xuat")}>{t("people:code.other")}</a>
        </SubmitRow>
      </form>
    </>
  );
}
