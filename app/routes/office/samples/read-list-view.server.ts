import { openFrame, previewList } from "#app/domain/samples/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { problemWords } from "./problem-words.ts";
import type { readSampleRound } from "./sample-round.server.ts";

/** A list that nobody drew from, in words; undefined when its rows are not kept. */
export async function readListView({ visit, round }: Awaited<ReturnType<typeof readSampleRound>>) {
  const { db, portal, lang, t, now } = visit;
  const seen = await openFrame(db, portal.keys, round.id, now);
  if (!seen) return undefined;
  const preview = await previewList(db, round, seen, now);
  const n = (count: number) => formatNumber(lang, count);
  return {
    round: { slug: round.slug, title: inLanguage(lang, round.title) },
    state: seen.frame.state,
    mapping: seen.frame.mapping,
    strataKind: seen.frame.strataKind,
    columns: preview.headings.map((heading, at) => ({ heading, sample: preview.samples[at] ?? "" })),
    problems: [
      ...preview.missing.map((target) => t("samples:list.missing", { target: t(`samples:target.${target}`) })),
      ...preview.twice.map((target) => t("samples:list.twice", { target: t(`samples:target.${target}`) })),
    ],
    sum: t("samples:list.sum", {
      taken: n(preview.taken),
      mail: n(preview.byMail),
      letter: n(preview.taken - preview.byMail),
      wrong: n(preview.wrong),
      repeated: n(preview.repeated),
    }),
    wrong: preview.wrong,
    first: preview.first.map(({ line, dossier, transaction, problems, repeated }) => ({
      line,
      dossier,
      name: transaction?.contact.name ?? "",
      channel: transaction?.channel ?? null,
      problems: problems.map((problem) => problemWords(t, problem)),
      repeated,
    })),
  };
}

export type ListView = NonNullable<Awaited<ReturnType<typeof readListView>>>;
