import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { closeFeed, findFeed, openFeed } from "#app/domain/deadlines/index.server.ts";
import { changePassword, endAllSessions, findAccount, listSessions, replaceTotp } from "#app/domain/people/index.server.ts";
import { CurrentPasswordForm, PasswordForm } from "#app/domain/people/schemas.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { readSessionToken } from "#app/platform/session.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../sentences.ts";
import { FeedSection } from "./account/feed-section.tsx";
import { KeysSection } from "./account/keys-section.tsx";
import { PasswordSection, SecondFactorSection, SessionsSection } from "./account/sections.tsx";
import { keepKeys, wantsKeys } from "./keys-cookie.server.ts";

const noErrors: FieldErrors = {};

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, official, lang, t, today, now } = await asOfficial(args);
  const account = await findAccount(db, official.id, today, now);
  if (!account) throw notFound();
  const sessions = await listSessions(db, official, (await readSessionToken(portal, args.request)) ?? "", now, portal.settings.idle);
  const feed = official.may.includes("cases.read") ? await findFeed(db, official) : undefined;
  return {
    name: account.name,
    email: account.email,
    position: account.position,
    demo: account.demo,
    secondFactor: account.secondFactor,
    hasDeadlines: official.may.includes("cases.read"),
    keys: await wantsKeys(args.request),
    feed: feed ? { opened: formatInstant(lang, feed.openedAt), lastRead: feed.lastReadOn && formatDay(lang, feed.lastReadOn) } : null,
    roles: account.roles.map(({ role, unit, validTo }) =>
      [
        t(`words:role.${role}`),
        unit ? inLanguage(lang, unit) : t("people:account.wholePortal"),
        ...(validTo ? [t("people:account.until", { day: formatDay(lang, validTo) })] : []),
      ].join(" – "),
    ),
    sessions: sessions.map(({ startedAt, lastSeenAt, expiresAt, current }) => ({
      started: formatInstant(lang, startedAt),
      lastSeen: formatInstant(lang, lastSeenAt),
      expires: formatInstant(lang, expiresAt),
      current,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, official, lang, t, to, now } = await asOfficial(args);
  const form = await readForm(args.request);
  const token = (await readSessionToken(portal, args.request)) ?? "";
  const wrong = (errors: FieldErrors, status: number) => data({ errors, notice: null, address: null }, { status });
  const right = (notice: string, address: string | null = null) => data({ errors: noErrors, notice, address });

  switch (form.intent) {
    case "password": {
      const given = PasswordForm.safeParse(form);
      if (!given.success) return wrong(fieldSentences(t, given.error), 422);
      const changed = await changePassword(db, official, { ...given.data, token }, now);
      if (changed.ok) return right(t("people:account.changed"));
      const field = changed.code === "password.wrong" || changed.code.startsWith("sign_in.") ? "current" : "password";
      return wrong({ [field]: refusalSentence(t, changed) }, 422);
    }
    case "factor": {
      const given = CurrentPasswordForm.safeParse(form);
      if (!given.success) return wrong({ factor: fieldSentences(t, given.error).current }, 422);
      const replaced = await replaceTotp(db, official, given.data.current, now);
      return replaced.ok ? redirect(to("/dang-nhap/thiet-lap-ma")) : wrong({ factor: refusalSentence(t, replaced) }, 422);
    }
    case "sessions": {
      const { value } = await endAllSessions(db, official, token, now);
      return right(t("people:account.ended", { count: value.ended }));
    }
    case "keys_on":
    case "keys_off": {
      const on = form.intent === "keys_on";
      return redirect(to("/can-bo/tai-khoan"), { headers: { "Set-Cookie": await keepKeys(portal, on) } });
    }
    case "feed_open": {
      if (!official.may.includes("cases.read")) throw forbidden();
      const { value } = await openFeed(db, official, now);
      return right(t("calendar:feed.made"), `${portal.publicUrl}/can-bo/lich-han/${value.token}.ics?lang=${lang}`);
    }
    case "feed_close": {
      await closeFeed(db, official, now);
      return right(t("calendar:feed.ended"));
    }
    default:
      throw data({ reason: "bad_request" }, { status: 400 });
  }
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("people:account.title"), robots: "noindex" });

export default function Account() {
  const { name, email, position, demo, secondFactor, roles, sessions, hasDeadlines, keys, feed } = useLoaderData<typeof loader>();
  const { errors, notice, address } = useActionData<typeof action>() ?? { errors: noErrors, notice: null, address: null };
  const t = useText();
  return (
    <>
      <PageHeader title={t("people:account.title")} />
      {notice ? (
        <Notice tone="ok" live>
          {notice}
        </Notice>
      ) : null}
      <Section id="thong-tin" title={t("people:account.facts")}>
        <DefinitionList
          facts={[
            { term: t("people:account.name"), detail: name },
            { term: t("people:account.email"), detail: email },
            ...(position ? [{ term: t("people:account.position"), detail: position }] : []),
            {
              term: t("people:account.roles"),
              detail: roles.length === 0 ? t("people:account.noRoles") : roles.map((role) => <div key={role}>{role}</div>),
            },
          ]}
        />
      </Section>
      {demo ? (
        <Notice>{t("people:account.demoPassword")}</Notice>
      ) : (
        <>
          <PasswordSection errors={errors} email={email} />
          {secondFactor ? <SecondFactorSection error={errors.factor} /> : null}
        </>
      )}
      {hasDeadlines ? <FeedSection feed={feed} address={address} /> : null}
      {hasDeadlines ? <KeysSection on={keys} /> : null}
      <SessionsSection sessions={sessions} />
    </>
  );
}
