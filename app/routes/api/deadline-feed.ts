import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFeed } from "#app/domain/deadlines/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { callerLanguage } from "#app/i18n/caller-language.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, pathIn } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { writeCalendar } from "./deadlines/write-calendar.ts";

const nothing = () => new Response("", { status: 404, headers: { "Cache-Control": "no-store" } });

/**
 * An official's deadlines for a calendar program, which has no session: whoever has the secret address may read, and
 * only what its owner may read today. Nothing on the way keeps it.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { db, portal, now, today, url } = asAnyone(args);
  const token = /^([\w-]{43})\.ics$/.exec(args.params.file ?? "")?.[1];
  const feed = token && (await readFeed(db, token, now));
  if (!feed) return nothing();

  const lang = callerLanguage(url, args.request.headers.get("Accept-Language"));
  const units = await listUnitsInForce(db, today);
  const calendar = writeCalendar(feed.deadlines, {
    lang,
    t: i18nFor(lang).t,
    unitNames: new Map(units.map(({ id, nameVi, nameEn }) => [id, inLanguage(lang, { vi: nameVi, en: nameEn })])),
    addressOf: (code) => `${portal.publicUrl}${pathIn(lang, `/can-bo/ho-so/${code}`)}`,
    host: new URL(portal.publicUrl).hostname,
  });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="thoi-han.ics"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
