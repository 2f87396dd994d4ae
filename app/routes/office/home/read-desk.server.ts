import { countForReview } from "#app/domain/feedback/index.server.ts";
import { findChainHead, listEvents, mayReadTrace } from "#app/domain/audit/index.server.ts";
import { listArticles } from "#app/domain/content/index.server.ts";
import { listOfficials } from "#app/domain/people/index.server.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { similarFigures } from "#app/domain/feedback/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { listRounds } from "#app/domain/surveys/index.server.ts";
import { formatDay, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { actWords } from "../act-words.ts";

/** What stands on the first page beside the cases, by what the official may do. Null: none of his business. */
export async function readDesk(visit: Visit & { official: Official }) {
  const { official } = visit;
  const may = new Set(official.may);
  return {
    articles: may.has("articles.approve") || may.has("articles.publish") ? await readArticles(visit) : null,
    rounds: may.has("surveys.manage") || may.has("surveys.approve") ? await readRounds(visit) : null,
    mayWrite: may.has("articles.write"),
    reviews: may.has("cases.hide") ? await countForReview(visit.db, official, visit.today) : null,
    slips: may.has("slips.issue"),
    similar: may.has("cases.transfer") ? await readSimilar(visit) : null,
    people: may.has("people.manage")
      ? (await listOfficials(visit.db, official, { standing: "active" }, { limit: 1 }, visit.today, visit.now)).total
      : null,
    trace: mayReadTrace(official) && !may.has("cases.transfer") && !may.has("cases.approve") ? await readTrace(visit) : null,
  };
}

export type DeskFacts = Awaited<ReturnType<typeof readDesk>>;

async function readArticles({ db, official, lang, t }: Visit & { official: Official }) {
  const { items } = await listArticles(db, official, { waiting: true }, { limit: 5 });
  return items.map((article) => ({
    id: article.id,
    title: inLanguage(lang, { vi: article.titleVi, en: article.titleEn }),
    state: t(`office:articles.states.${article.state}`),
    author: article.author,
    updated: formatInstant(lang, article.updatedAt),
  }));
}

/** The month up to today. */
async function readSimilar({ db, today }: Visit) {
  const from = plusDays(today, -29);
  return { from, to: today, ...(await similarFigures(db, from, today)) };
}

async function readRounds({ db, official, lang }: Visit & { official: Official }) {
  const rounds = await listRounds(db, official);
  return rounds
    .filter(({ state }) => state === "open")
    .map(({ slug, title, authority, closesOn }) => ({
      slug,
      title: inLanguage(lang, title),
      authority: authority.slug,
      closesOn: formatDay(lang, closesOn),
    }));
}

async function readTrace({ db, official, lang, t }: Visit & { official: Official }) {
  const [head, last] = await Promise.all([findChainHead(db), listEvents(db, official, {}, { limit: 5 })]);
  return {
    events: head.events,
    eventsInWords: formatNumber(lang, head.events),
    last: last.items.map((event) => ({
      seq: event.seq,
      at: formatInstant(lang, event.at),
      who: event.official?.name ?? t(event.actor === "sender" ? "office:audit.sender" : "office:audit.portal"),
      act: actWords(t, event.act),
      about: t(`office:audit.subjects.${event.subject}`),
    })),
  };
}
