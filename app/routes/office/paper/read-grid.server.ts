import { checkCodes, checkRow, findBatch, readRows, type PaperBatch } from "#app/domain/paper/index.server.ts";
import { paperColumns } from "#app/domain/paper/paper-columns.ts";
import { type CodeProblem, invitationCell, isCodeProblem, type Keying, rowsPerPage } from "#app/domain/paper/vocabulary.ts";
import { mayIn, type Official } from "#app/domain/people/official.ts";
import type { Round } from "#app/domain/surveys/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { notFound, type Visit } from "#app/platform/guards.server.ts";
import { batchFacts } from "./read-batches.server.ts";

type OfficeVisit = Visit & { official: Official };
export type FoundBatch = { batch: PaperBatch; round: Round };

/** The pile that the address names. @throws 404 where it is of another round, or none of the official's business */
export async function batchOf({ db, official }: OfficeVisit, params: { slug?: string; batch?: string }): Promise<FoundBatch> {
  const found = await findBatch(db, official, params.batch ?? "");
  if (!found || found.round.slug !== params.slug) throw notFound();
  return found;
}

/** What every page of a pile shows. */
export function batchPage({ lang, t }: OfficeVisit, { batch, round }: FoundBatch) {
  const facts = batchFacts(batch);
  return {
    slug: round.slug,
    round: inLanguage(lang, round.title),
    title: t("paper:grid.title", { from: String(facts.from), to: String(facts.to) }),
    facts: { ...facts, unit: inLanguage(lang, batch.unitName) },
  };
}

/** One page of the grid, as the one who asks may type it: `lan` is the first or second typing, `trang` the page. */
export async function readGrid(visit: OfficeVisit, found: FoundBatch) {
  const { db, portal, official, lang, url } = visit;
  const { batch, round } = found;
  const isOperator = batch.operatorId === official.id;
  const asked = url.searchParams.get("lan");
  const keying: Keying = asked === "2" || (asked === null && !isOperator) ? 2 : 1;
  const why = whyNot(batch, official, keying);
  const mayDiscard = batch.state === "keying" && (isOperator || mayIn(official, "surveys.manage", round.authority.id));
  const page = { ...batchPage(visit, found), keying, why, mayDiscard };
  if (why) return { ...page, grid: null };

  const pages = Math.ceil(batch.sheets / rowsPerPage);
  const number = Math.min(Math.max(Math.trunc(Number(url.searchParams.get("trang"))) || 1, 1), pages);
  const from = (number - 1) * rowsPerPage;
  const rows = await readRows(db, portal.keys, batch.id, keying);
  // All of them: a code may stand on two pages.
  const wrongCodes = await checkCodes(db, round, batch, rows);
  const columns = gridColumns(lang, round, keying);
  return {
    ...page,
    grid: {
      page: number,
      pages,
      columns,
      takesCodes: round.modes.includes("sample"),
      rows: Array.from({ length: Math.min(rowsPerPage, batch.sheets - from) }, (_, index) => {
        const place = from + index;
        const kept = rows.find((row) => row.place === place);
        const wrong = kept && !kept.spoiled ? checkRow(round, place, kept.cells) : [];
        const shown = wrong.filter(({ code }) => code === null || columns.some((column) => column.code === code));
        return {
          place,
          sheet: batch.firstNumber + place,
          cells: kept?.cells ?? {},
          code: kept?.cells[invitationCell] ?? "",
          wrongCode: problemOf(wrongCodes.find((wrong) => wrong.place === place)?.key),
          spoiled: kept?.spoiled ?? false,
          wrong: shown.flatMap(({ code }) => (code === null ? [] : [code])),
          isEmpty: shown.some(({ code }) => code === null),
        };
      }),
    },
  };
}

const problemOf = (key: string | undefined): CodeProblem | null => (key !== undefined && isCodeProblem(key) ? key : null);

/** Why the one who asks cannot type here; null when they can. */
function whyNot(batch: PaperBatch, official: Official, keying: Keying): "over" | "notYours" | "notSecond" | "taken" | null {
  if (batch.state !== "keying") return "over";
  const isOperator = batch.operatorId === official.id;
  if (keying === 1) return isOperator ? null : "notYours";
  if (isOperator) return "notSecond";
  return batch.secondOperatorId === null || batch.secondOperatorId === official.id ? null : "taken";
}

/** Texts are typed once, with the first typing. */
function gridColumns(lang: Language, round: Round, keying: Keying) {
  return paperColumns(round.layout.questionnaire)
    .filter(({ kind }) => keying === 1 || kind !== "text")
    .map(({ code, number, text, kind, keys, full }) => ({
      code,
      number,
      text: inLanguage(lang, text),
      isText: kind === "text",
      keys: keys.map(({ key, label }) => ({ key, label: inLanguage(lang, label) })),
      full,
    }));
}

export type Grid = NonNullable<Awaited<ReturnType<typeof readGrid>>["grid"]>;
