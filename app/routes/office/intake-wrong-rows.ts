import type { LoaderFunctionArgs } from "@remix-run/node";
import { findImport } from "#app/domain/intake/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { toCsvLines } from "#app/platform/csv.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { type RefusalCode, refusalSentence } from "../sentences.ts";
import { problemWords } from "./intake/problem-words.ts";

/** The rows of one's own import that made no case, as they came, with the reason behind; formulas are defanged. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official, now } = await asOfficial(args, "cases.enter");
  const seen = await findImport(db, portal.keys, official, args.params.id ?? "", now);
  if (!seen?.kept || seen.found.state !== "done") throw notFound();
  const { t } = i18nFor("vi");
  const lines = seen.kept.rows.map(({ cells, problems = [], refusal }) => [
    ...cells,
    [
      ...problems.map((problem) => problemWords(t, problem)),
      // The code was kept by the act that refused, so it is one of those with a sentence.
      ...(refusal
        ? [refusalSentence(t, { ok: false, code: refusal.code as RefusalCode, ...(refusal.details ? { details: refusal.details } : {}) })]
        : []),
    ].join(" "),
  ]);
  return new Response(`\uFEFF${toCsvLines([[...seen.kept.headings, t("intake:reason")], ...lines])}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("intake:wrongFile")}.csv"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
