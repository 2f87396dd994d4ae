import type { LoaderFunctionArgs } from "@remix-run/node";
import { openFrame, readTransactions } from "#app/domain/samples/index.server.ts";
import { toCsvLines } from "#app/platform/csv.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { problemWords } from "./samples/problem-words.ts";
import { readSampleRound } from "./samples/sample-round.server.ts";

/** Rows of a list nobody can be drawn by, as they came, with the reason behind; formulas are defanged. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { round } = await readSampleRound(visit, args.params.slug);
  const { db, portal, now, t } = visit;
  const seen = await openFrame(db, portal.keys, round.id, now);
  if (!seen) throw notFound();
  const { wrong } = await readTransactions(db, round, { ...seen.frame, rows: seen.kept.rows }, now);
  const lines = wrong.map(({ cells, problems }) => [...cells, problems.map((problem) => problemWords(t, problem)).join(" ")]);
  return new Response(`\uFEFF${toCsvLines([[...seen.kept.headings, t("samples:list.reason")], ...lines])}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("samples:list.wrongFile")}.csv"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
