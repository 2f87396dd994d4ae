import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { signOut } from "#app/domain/people/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { dropSession, readSessionToken } from "#app/platform/session.server.ts";
import { pageMeta } from "../page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { portal, to } = asAnyone(args);
  if (!(await readSessionToken(portal, args.request))) throw redirect(to("/dang-nhap"));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, to, now } = asAnyone(args);
  const token = await readSessionToken(portal, args.request);
  if (token) await signOut(db, token, now);
  return redirect(to("/dang-nhap"), { headers: { "Set-Cookie": await dropSession(portal) } });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:signOut.title"), robots: "noindex" });

export default function SignOut() {
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader title={t("people:signOut.title")} lead={<p>{t("people:signOut.lead")}</p>} />
      <form method="post">
        <SubmitRow text={t("people:signOut.submit")}>
          <a href={to("/can-bo")}>{t("people:signOut.back")}</a>
        </SubmitRow>
      </form>
    </>
  );
}
