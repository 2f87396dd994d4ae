import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { mayIn } from "#app/domain/people/official.ts";
import { exportAnswers, findRound, readCodebook } from "#app/domain/surveys/index.server.ts";
import { spssSyntax } from "#app/domain/surveys/spss-syntax.ts";
import { answerFormats } from "#app/domain/surveys/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { pathIn } from "#app/i18n/language.ts";
import { streamCsv } from "#app/platform/csv.server.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { readForm } from "../read-form.ts";
import { answersWorkbook } from "./answers/answers-workbook.server.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  sps: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** `{round}.sps?lang=` and `{round}.json`: what the columns mean. They hold no answer and need no reason. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const visit = await asOfficial(args);
  const { slug, kind } = await findFile(visit, args.params);
  const codebook = await readCodebook(visit.db, visit.official, slug);
  if (!codebook.ok) throw notFound();
  if (kind === "json") return answer(slug, kind, `${JSON.stringify(codebook.value, null, 2)}\n`);
  if (kind !== "sps") throw notFound();
  // With the mark, SPSS and spreadsheets know that it is UTF-8.
  return answer(slug, kind, `\uFEFF${spssSyntax(codebook.value, languageIn(visit.url.searchParams.get("lang")), `${slug}.csv`)}`);
}

/** `{round}.csv` and `{round}.xlsx`: the answers themselves, for a reason that goes into the trace. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const visit = await asOfficial(args);
  const { slug, kind } = await findFile(visit, args.params);
  const format = answerFormats.find((one) => one === kind);
  const { reason = "", lang: typed } = await readForm(args.request);
  if (!format) throw data({ reason: "bad_request" }, { status: 400 });
  const lang = languageIn(typed);
  const file = await exportAnswers(visit.db, visit.official, slug, { format, reason }, visit.now);
  if (!file.ok) {
    return redirect(`${pathIn(lang, `/can-bo/khao-sat/${slug}/phieu-goc`)}?loi=${file.code.replace("answers.", "")}`);
  }
  const { codebook, rows } = file.value;
  const headers = codebook.columns.map(({ name }) => name);
  if (format === "csv") return answer(slug, format, streamCsv(headers, rows()));
  return answer(slug, format, answersWorkbook(i18nFor(lang).t, lang, codebook, rows(), visit.now));
}

/** Which file of which round is asked for, by somebody who may have it. */
async function findFile({ db, official }: Awaited<ReturnType<typeof asOfficial>>, { slug = "", file = "" }: { slug?: string; file?: string }) {
  const round = await findRound(db, slug);
  if (!round) throw notFound();
  if (!mayIn(official, "surveys.read_answers", round.authority.id)) throw forbidden();
  const kind = Object.keys(types).find((one): one is keyof typeof types => file === `${slug}.${one}`);
  return { slug: round.slug, kind };
}

const languageIn = (typed: string | null | undefined) => (typed === "en" ? ("en" as const) : ("vi" as const));

function answer(slug: string, kind: keyof typeof types, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `attachment; filename="${slug}.${kind}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
