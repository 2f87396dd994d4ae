import { findImport, isImporting, previewImport } from "#app/domain/intake/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { problemWords } from "./problem-words.ts";

/**
 * One's own import in words; undefined when there is none, or its rows were erased before it was imported. One that is
 * under way says how far it is, one that is not ordered yet what would be made of it.
 */
export async function readImport({ db, portal, official, lang, t, now }: Visit & { official: Official }, id: string) {
  const seen = await findImport(db, portal.keys, official, id, now);
  if (!seen || (seen.found.state !== "done" && !seen.kept)) return undefined;
  const { found, kept } = seen;
  const n = (count: number) => formatNumber(lang, count);
  const seenRows = found.state === "done" || !kept ? undefined : await previewImport(db, { found, kept }, now);
  const preview = found.state === "draft" ? seenRows : undefined;
  const read = seenRows ? found.rows - seenRows.fit : found.rows;
  return {
    id,
    source: found.source,
    state: found.state,
    at: formatInstant(lang, found.createdAt),
    rows: n(found.rows),
    made: n(found.made),
    known: n(found.known),
    wrong: n(found.wrong),
    progress:
      found.state === "running"
        ? {
            alive: await isImporting(db, id),
            percent: (100 * read) / Math.max(1, found.rows),
            words: t("intake:progress.far", { read: n(read), rows: n(found.rows), made: n(found.made) }),
          }
        : undefined,
    nothingNew: found.state === "done" && found.made === 0 && found.known > 0,
    wrongKept: found.state === "done" && kept !== undefined,
    mapping: found.mapping,
    defaultKind: found.defaultKind,
    preview: preview && {
      columns: preview.headings.map((heading, at) => ({ heading, sample: preview.samples[at] ?? "" })),
      problems: [
        ...preview.missing.map((target) => t("intake:page.missing", { target: t(`intake:target.${target}`) })),
        ...preview.twice.map((target) => t("intake:page.twice", { target: t(`intake:target.${target}`) })),
      ],
      sum: t("intake:page.sum", { fit: n(preview.fit), known: n(preview.known), wrong: n(preview.wrong) }),
      fit: n(preview.fit),
      first: preview.first.map((row) => ({
        line: row.line,
        number: row.number,
        subject: row.subject,
        receivedAt: row.receivedAt ? formatInstant(lang, row.receivedAt) : "",
        known: row.known,
        problems: row.problems.map((problem) => problemWords(t, problem)),
        left: row.left.map((target) => t("intake:left", { target: t(`intake:target.${target}`) })),
      })),
    },
  };
}

export type ImportView = NonNullable<Awaited<ReturnType<typeof readImport>>>;
