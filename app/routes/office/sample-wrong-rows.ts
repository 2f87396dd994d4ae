import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { exportWrongRows } from "#app/domain/samples/index.server.ts";
import { toCsvLines } from "#app/platform/csv.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { problemWords } from "./samples/problem-words.ts";

/** Nothing is here to be read: taking the rows is an act. */
export async function loader(args: LoaderFunctionArgs) {
  await asOfficial(args, "surveys.manage");
  throw notFound();
}

/** Rows of a list nobody can be drawn by, as they came, with the reason behind; formulas are defanged. */
export async function action(args: ActionFunctionArgs) {
  const { db, portal, official, now, t } = await asOfficial(args, "surveys.manage");
  const wrong = await exportWrongRows(db, portal.keys, official, args.params.slug ?? "", now);
  if (!wrong.ok) throw notFound();
  const lines = wrong.value.rows.map(({ cells, problems }) => [...cells, problems.map((problem) => problemWords(t, problem)).join(" ")]);
  return new Response(`\uFEFF${toCsvLines([[...wrong.value.headings, t("samples:list.reason")], ...lines])}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("samples:list.wrongFile")}.csv"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
