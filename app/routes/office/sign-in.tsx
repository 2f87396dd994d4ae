import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { findOfficialBySession, listDemoOfficials, signIn } from "#app/domain/people/index.server.ts";
import { SignInForm } from "#app/domain/people/schemas.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { keepSession, readSessionToken } from "#app/platform/session.server.ts";
import { localPath } from "../local-path.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { fieldSentences, refusalSentence, type FieldErrors } from "../sentences.ts";
import { DemoSignIns } from "./sign-in/demo-sign-ins.tsx";
import { stepAfter } from "./sign-in/step-after.ts";
import { toDemoAccount } from "./sign-in/to-demo-account.ts";

/** The password everybody may know, because the README prints it. A private one is never shown. */
const publishedPassword = "lang-nghe-demo";

const noErrors: FieldErrors = {};

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, t, lang, to, url, now, today } = asAnyone(args);
  const back = localPath(url.searchParams.get("tiep"), to("/can-bo"));
  const token = await readSessionToken(portal, args.request);
  const visitor = token ? await findOfficialBySession(db, token, now, portal.settings.idle) : undefined;
  if (visitor) throw redirect(stepAfter(visitor.secondFactor, to, back));

  return {
    back,
    demo: portal.settings.demo ? (await listDemoOfficials(db, today)).map((one) => toDemoAccount(t, lang, one)) : [],
    demoPassword: portal.settings.DEMO_PASSWORD === publishedPassword ? publishedPassword : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, t, to, now, client } = asAnyone(args);
  const form = await readForm(args.request);
  const given = SignInForm.safeParse(form);
  const typed = { email: form.email?.slice(0, 254) ?? "" };
  if (!given.success) return data({ typed, errors: fieldSentences(t, given.error) }, { status: 422 });

  const signedIn = await signIn(db, { ...given.data, replaces: await readSessionToken(portal, args.request) }, client, now);
  if (!signedIn.ok) {
    const errors: FieldErrors = { form: refusalSentence(t, signedIn) };
    return data({ typed, errors }, { status: signedIn.code === "sign_in.locked" ? 429 : 422 });
  }
  const { token, secondFactor } = signedIn.value;
  const next = stepAfter(secondFactor, to, localPath(form.tiep, to("/can-bo")));
  return redirect(next, { headers: { "Set-Cookie": await keepSession(portal, token) } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:signIn.title"), robots: "noindex" });

export default function SignIn() {
  const { back, demo, demoPassword } = useLoaderData<typeof loader>();
  const { typed, errors } = useActionData<typeof action>() ?? { typed: { email: "" }, errors: noErrors };
  const t = useText();
  return (
    <>
      <PageHeader title={t("people:signIn.title")} lead={<p>{t("people:signIn.lead")}</p>} />
      <form method="post" noValidate className="stack measure" data-once="">
        <FormErrorSummary
          title={t("formErrors")}
          fields={[{ error: errors.form }, { id: "email", error: errors.email }, { id: "password", error: errors.password }]}
        />
        <input type="hidden" name="tiep" value={back} />
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          width="medium"
          label={t("people:signIn.email")}
          error={errors.email}
          defaultValue={typed.email}
        />
        <TextField
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          width="medium"
          label={t("people:signIn.password")}
          error={errors.password}
        />
        <SubmitRow text={t("people:signIn.submit")} />
        <p className="muted small">{t("people:signIn.forgot")}</p>
      </form>
      {demo.length > 0 ? <DemoSignIns accounts={demo} password={demoPassword} back={back} /> : null}
    </>
  );
}
