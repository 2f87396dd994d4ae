import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countRemarks, listRemarks, listTags, mayReadAll, mayReadProposed } from "#app/domain/remarks/index.server.ts";
import { proposedStandings, remarkStandings } from "#app/domain/remarks/vocabulary.ts";
import { listOwnContacts } from "#app/domain/publishing/index.server.ts";
import { findRound } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { doRemarkAct } from "./remarks/do-act.server.ts";
import { isDoneWord } from "./remarks/done-words.ts";
import { readRemarksFilter } from "./remarks/read-remarks-filter.ts";
import { RemarksPage } from "./remarks/remarks-page.tsx";
import { toCounts } from "./remarks/to-counts.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { db, official, lang, url } = visit;
  const round = await readRound(visit, args.params.slug);
  const readsAll = mayReadAll(official, round);
  const tags = await listTags(db, round);
  const { given, filter, after, xong } = readRemarksFilter(url, round, tags);
  const list = new URL(url);
  list.searchParams.delete("xong");
  const [page, counts, allowed] = await Promise.all([listRemarks(db, official, round, filter, after), countRemarks(db, round), listOwnContacts(db)]);
  const standings = readsAll ? remarkStandings : proposedStandings;
  return {
    round: { slug: round.slug, title: inLanguage(lang, round.title), closed: isFrozen(round.state) },
    readsAll,
    approves: mayReadProposed(official, round),
    items: page.items,
    given,
    standings: [...standings],
    counts: toCounts(counts, standings, lang),
    tagCounts: readsAll ? counts.tags : [],
    tags,
    units: round.units.map(({ id, slug, name }) => ({ id, value: slug, label: inLanguage(lang, name) })),
    questions: round.layout.texts.map(({ code, text }) => ({ value: code, label: inLanguage(lang, text) })),
    allowed,
    done: isDoneWord(xong) ? xong : null,
    next: nextPageHref(list, page.next),
    first: firstPageHref(list),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const round = await readRound(visit, args.params.slug);
  const came = await doRemarkAct(visit, round.slug, await readFormData(args.request));
  if (!came.ok) return data(came.told, { status: came.status });
  const query = new URLSearchParams(visit.url.search);
  query.set("xong", came.done);
  return redirect(`${visit.url.pathname.replace(/\.data$/, "")}?${query}`);
}

/** The round, for who reads its answers or approves them. */
async function readRound({ db, official }: Awaited<ReturnType<typeof asOfficial>>, slug: string | undefined) {
  const round = await findRound(db, slug ?? "");
  if (!round) throw notFound();
  if (!mayReadAll(official, round) && !mayReadProposed(official, round)) throw forbidden();
  return round;
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: `${i18nFor(languageOf(location.pathname)).t("remarks:title")}: ${page.round.title}`, robots: "noindex" }) : [];

export default function Remarks() {
  return <RemarksPage {...useLoaderData<typeof loader>()} told={useActionData<typeof action>() ?? null} />;
}
