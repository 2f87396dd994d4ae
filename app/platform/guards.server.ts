import { data, redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { findOfficialBySession } from "#app/domain/people/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Permission } from "#app/domain/people/vocabulary.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf, pathIn } from "#app/i18n/language.ts";
import { keepPosted } from "./kept-form.server.ts";
import type { Portal } from "./portal.server.ts";
import { readSessionToken } from "./session.server.ts";

type Arguments = { request: Request; context: AppLoadContext };

export type Visit = {
  portal: Portal;
  db: Db;
  lang: Language;
  /** Translator in the visitor's language: `t("words:state.MOI")`. */
  t: ReturnType<typeof i18nFor>["t"];
  /** Address in the visitor's language. */
  to: (path: string) => string;
  now: Date;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  today: string;
  url: URL;
  /** Secret daily fingerprint of the client, for limits. */
  client: string;
};

/** Anybody may come. */
export function asAnyone({ request, context }: Arguments): Visit {
  const url = new URL(request.url);
  const lang = languageOf(url.pathname);
  const now = context.portal.now();
  return {
    portal: context.portal,
    db: context.portal.db,
    lang,
    t: i18nFor(lang).t,
    to: (path) => pathIn(lang, path),
    now,
    today: civilDay(now),
    url,
    client: context.client,
  };
}

/**
 * Only a signed-in official with a confirmed second factor, holding `permission` somewhere when one is named.
 * Others are sent to sign in and come back, to what they sent too late where they sent something; or get 403. Scope is checked again in the act and its SQL.
 */
export async function asOfficial(args: Arguments, permission?: Permission): Promise<Visit & { official: Official }> {
  const visit = asAnyone(args);
  const token = await readSessionToken(visit.portal, args.request);
  const found = token ? await findOfficialBySession(visit.db, token, visit.now, visit.portal.settings.idle) : undefined;
  if (!found) {
    const back =
      args.request.method === "GET"
        ? visit.url.pathname.replace(/\.data$/, "") + visit.url.search
        : visit.to((await keepPosted(visit.portal, args.request, token)) ?? "/can-bo");
    throw redirect(`${visit.to("/dang-nhap")}?${new URLSearchParams({ tiep: back })}`);
  }
  if (found.secondFactor === "to_confirm") throw redirect(visit.to("/dang-nhap/ma"));
  if (found.secondFactor === "to_set_up") throw redirect(visit.to("/dang-nhap/thiet-lap-ma"));
  if (permission && !found.official.may.includes(permission)) throw forbidden();
  return { ...visit, official: found.official };
}

/** Only in the embedded demo world. */
export function asDeveloper(args: Arguments): Visit {
  const visit = asAnyone(args);
  if (!visit.portal.settings.demo) throw notFound();
  return visit;
}

export const notFound = () => data({ reason: "not_found" }, { status: 404 });
export const forbidden = () => data({ reason: "forbidden" }, { status: 403 });
