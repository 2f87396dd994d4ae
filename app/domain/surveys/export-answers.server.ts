import { and, asc, eq, gt, sql } from "drizzle-orm";
import { procedures, sheets, tallies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { cut } from "../storable.ts";
import { type AnswerColumn, answerColumns } from "./answer-columns.ts";
import { type Codebook, describeColumns, describeIndices, type PlaceColumn } from "./codebook.ts";
import { findRound, type Round } from "./find-round.server.ts";
import { nameProcedures } from "./round-form.server.ts";
import { isFrozen } from "./rules.ts";
import { isExcluded, isStanding, listExclusions } from "./sheet-exclusions.server.ts";
import { noProcedure } from "./sheet-marks.server.ts";
import { type AnswerFormat, exportReasonMaxLength, exportReasonMinLength, sheetModes, workbookRowsMost } from "./vocabulary.ts";

type Cell = string | number | null;
type AnswerFile = { codebook: Codebook; rows: () => AsyncGenerator<Cell[][]> };

/** Sheets read at a time. */
const batchSize = 2000;

/**
 * What the columns of a closed round's answers mean. Reading it leaves no trace: it holds no answer.
 */
export async function readCodebook(db: Db, by: Official, slug: string) {
  const taken = await takeRound(db, by, slug);
  return taken.ok ? done((await describe(db, taken.value)).codebook) : taken;
}

/**
 * All sheets of a closed round, one a row in the order of their random ids, which are not told: unit, procedure, mode, language,
 * month, flags, and every closed question. What people wrote in words stands apart and is not in it. The export and its
 * reason are written into the trace before the first row is read. Sheets of groups declared invalid are in it, marked.
 */
export async function exportAnswers(db: Db, by: Official, slug: string, what: { format: AnswerFormat; reason: string }, now = new Date()) {
  const reason = cut(what.reason, exportReasonMaxLength);
  if (reason.length < exportReasonMinLength) return refuse("answers.reason_missing", { min: exportReasonMinLength });
  return inOneAct(db, async (tx) => {
    const taken = await takeRound(tx, by, slug);
    if (!taken.ok) return taken;
    const round = taken.value;
    const { codebook, columns, names } = await describe(tx, round);
    if (what.format === "xlsx" && codebook.sheets > workbookRowsMost) return refuse("answers.too_many", { most: workbookRowsMost });
    const { sheets: n } = codebook;
    const data = { format: what.format, sheets: n, reason };
    await recordEvent(tx, by, { act: "round.answers_exported", subject: "round", subjectId: round.id, data }, now);
    return done<AnswerFile>({ codebook, rows: () => readRows(db, round, columns, names) });
  });
}

async function takeRound(db: Db, by: Official, slug: string) {
  const round = await findRound(db, slug);
  if (!round) return refuse("survey.not_found");
  if (!mayIn(by, "surveys.read_answers", round.authority.id)) return refuse("survey.not_yours");
  return isFrozen(round.state) ? done(round) : refuse("answers.round_open");
}

/** Slugs of units and procedures by id. */
type Names = { units: Map<string, string>; procedures: Map<string, string> };

async function describe(db: Db, round: Round) {
  const columns = answerColumns(round.layout);
  const units = [...round.units, round.authority].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index);
  const met = await db
    .selectDistinct({ id: procedures.id, slug: procedures.slug })
    .from(tallies)
    .innerJoin(procedures, eq(procedures.id, tallies.procedureId))
    .where(and(eq(tallies.roundId, round.id), sql`${tallies.procedureId} <> ${noProcedure}`));
  const named = new Map(
    (
      await nameProcedures(
        db,
        met.map(({ id }) => id),
      )
    ).map(({ id, name }) => [id, name]),
  );

  const places: PlaceColumn[] = [
    {
      name: "unit",
      label: { vi: "Đơn vị được đánh giá", en: "Unit that is rated" },
      values: units.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    {
      name: "procedure",
      label: { vi: "Thủ tục đã làm", en: "Procedure" },
      values: met
        .map(({ id, slug }) => ({ value: slug, label: named.get(id) ?? { vi: slug, en: null } }))
        .sort((a, b) => (a.value < b.value ? -1 : 1)),
    },
    {
      name: "mode",
      label: { vi: "Cách trả lời", en: "Way of answering" },
      values: sheetModes.map((mode) => ({ value: mode, label: modeLabels[mode] })),
    },
    {
      name: "language",
      label: { vi: "Ngôn ngữ của phiếu", en: "Language of the sheet" },
      values: [
        { value: "vi", label: { vi: "Tiếng Việt", en: "Vietnamese" } },
        { value: "en", label: { vi: "Tiếng Anh", en: "English" } },
      ],
    },
    { name: "month", label: { vi: "Tháng trả lời (năm-tháng)", en: "Month of the answer (year-month)" }, values: [] },
  ];
  const all = [excludedColumn, ...columns];
  const codebook: Codebook = {
    round: round.slug,
    title: round.title,
    questionnaire: round.questionnaire,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    sheets: round.closed?.sheets ?? 0,
    populations: round.units.flatMap(({ slug, population }) => (population ? [{ unit: slug, population }] : [])),
    variant: round.variant,
    indices: describeIndices(round.layout),
    columns: describeColumns(places, all),
  };
  const names: Names = { units: new Map(units.map(({ id, slug }) => [id, slug])), procedures: new Map(met.map(({ id, slug }) => [id, slug])) };
  return { codebook, columns, names };
}

async function* readRows(db: Db, round: Round, columns: readonly AnswerColumn[], names: Names): AsyncGenerator<Cell[][]> {
  const standing = (await listExclusions(db, round.id)).filter(isStanding);
  for (let after: string | undefined; ;) {
    const page = await db
      .select({ sheet: sheets, excluded: sql<boolean>`${isExcluded(standing)}` })
      .from(sheets)
      .where(and(eq(sheets.roundId, round.id), after === undefined ? undefined : gt(sheets.id, after)))
      .orderBy(asc(sheets.id))
      .limit(batchSize);
    yield page.map(({ sheet, excluded }) => [
      names.units.get(sheet.unitId) ?? "",
      sheet.procedureId === null ? null : (names.procedures.get(sheet.procedureId) ?? null),
      sheet.mode,
      sheet.language,
      sheet.day.slice(0, 7),
      excluded ? 1 : 0,
      ...columns.map((column) => column.read(sheet)),
    ]);
    if (page.length < batchSize) return;
    after = page.at(-1)?.sheet.id;
  }
}

const excludedColumn: AnswerColumn = {
  name: "excluded",
  question: null,
  option: null,
  label: { vi: "Phiếu bị loại khi kiểm tra phiếu", en: "Declared invalid when sheets were checked" },
  values: [
    { value: 0, label: { vi: "Không", en: "No" } },
    { value: 1, label: { vi: "Có", en: "Yes" } },
  ],
  missing: [],
  level: "nominal",
  read: () => null,
};

/** As the portal says them elsewhere; a file is read far from it. */
const modeLabels = {
  open_link: { vi: "Tự trả lời trên cổng", en: "Open link" },
  desk_slip: { vi: "Phiếu phát tại quầy", en: "Desk slip" },
  sample: { vi: "Mẫu ngẫu nhiên", en: "Drawn sample" },
  paper: { vi: "Phiếu giấy nhập lại", en: "Paper" },
  kiosk: { vi: "Máy đặt tại quầy", en: "Kiosk" },
} as const satisfies Record<(typeof sheetModes)[number], { vi: string; en: string }>;
