import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countWork, listHandlersWithin, listWork, mayInBulk } from "#app/domain/feedback/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readFormData } from "../read-form.ts";
import { actNamed } from "./case/act-named.ts";
import { toCaseRow } from "./case/to-case-row.ts";
import { doInBulk, findMistake } from "./cases/do-in-bulk.server.ts";
import { ListPage } from "./cases/list-page.tsx";
import { readBulkForm } from "./cases/read-bulk-form.ts";
import { readListFilter } from "./cases/read-list-filter.ts";
import { wantsKeys } from "./keys-cookie.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, today, lang, t, url } = await asOfficial(args, "cases.read");
  const units = await listUnitsInForce(db, today, { internal: true });
  const { lists, filter, after, limit, view, narrowed, xong } = readListFilter(url, official.may, units);
  const bulk = mayInBulk(official);
  const [page, counts, handlers] = await Promise.all([
    listWork(db, official, filter, { today, after, limit }),
    countWork(db, official, today),
    bulk.includes("name_handler") ? listHandlersWithin(db, official, today) : [],
  ]);
  const name = (unit: { nameVi: string; nameEn: string }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const mayGive = (id: string) => mayIn(official, "cases.transfer") || mayIn(official, "cases.assign", id);

  return {
    view,
    narrowed,
    tabs: lists.map((list) => ({ name: list, count: formatNumber(lang, counts[list]) })),
    rows: page.items.map((item) => toCaseRow(t, lang, item)),
    units: units.map((unit) => ({ value: unit.slug, label: name(unit) })),
    bulk: {
      may: bulk,
      units: bulk.includes("assign") ? units.filter(({ id }) => mayGive(id)).map((unit) => ({ value: unit.id, label: name(unit) })) : [],
      handlers: handlers.map((one) => ({ value: one.id, label: one.name })),
    },
    keys: await wantsKeys(args.request),
    mayEnter: official.may.includes("cases.enter"),
    done: actNamed(xong) ?? null,
    next: nextPageHref(url, page.next),
    first: firstPageHref(url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "cases.read");
  const form = readBulkForm(await readFormData(args.request));
  if (!form.act) throw data({ reason: "bad_request" }, { status: 400 });
  const mistake = findMistake(form) ?? null;
  if (mistake) return data({ mistake, outcome: null }, { status: 422 });
  const outcome = await doInBulk(visit, form.act, form);
  return data({ mistake, outcome }, { status: outcome.done.length > 0 ? 200 : 409 });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("casework:list.title"), robots: "noindex" });

export default function Cases() {
  const answer = useActionData<typeof action>();
  return <ListPage {...useLoaderData<typeof loader>()} outcome={answer?.outcome ?? null} mistake={answer?.mistake ?? null} />;
}
