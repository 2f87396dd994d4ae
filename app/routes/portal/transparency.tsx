import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDigests } from "#app/domain/audit/index.server.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { currentCalendar, loadRules } from "#app/domain/calendar/index.server.ts";
import { similarFigures } from "#app/domain/feedback/index.server.ts";
import { metrics } from "#app/domain/insights/metrics.ts";
import { countPublications } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { TransparencyPage } from "./transparency/transparency-page.tsx";
import { rulesInForce, specialDays } from "./transparency/what-is-counted.ts";

/** Digests shown: a month of working days and more. */
const days = 30;

/** Not kept in the page cache: it shows the calendar and the rules, whose changes are no publication. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, today } = asAnyone(args);
  const year = { from: plusDays(today, -365), to: today };
  const [digests, rules, calendar, similar, publications] = await Promise.all([
    listDigests(db, today, { limit: days }),
    loadRules(db),
    currentCalendar(db),
    similarFigures(db, year.from, year.to),
    countPublications(db),
  ]);
  const from = Number(today.slice(0, 4));
  return {
    metrics: Object.values(metrics).map(({ id, version, name, definition, formula, base, unit, rounding, suppression, interval }) => ({
      id,
      version,
      name: name[lang],
      definition: definition[lang],
      formula: formula[lang],
      base: base[lang],
      unit,
      decimals: rounding.decimals,
      hiddenBelow: suppression?.hiddenBelow ?? null,
      smallBelow: suppression?.smallBelow ?? null,
      interval: interval.note[lang],
    })),
    rules: rulesInForce(rules, today),
    calendar: { version: calendar.version, noticesUntil: calendar.noticesUntil, from, days: specialDays(calendar, from, lang) },
    digests,
    publications,
    similar: { ...year, ...similar },
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("opendata:trace.title"), description: t("opendata:trace.lead") });
};

export default function Transparency() {
  return <TransparencyPage {...useLoaderData<typeof loader>()} />;
}
