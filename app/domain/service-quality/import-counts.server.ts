import { sql } from "drizzle-orm";
import { dossierCounts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { readList } from "../intake/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { slugify } from "../text.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import { daysOf } from "./period.ts";
import { personalDataCheck } from "./personal-data-check.server.ts";
import { type Countable, type CountColumn, type CountRow, findColumns, readCountPeriod, readCountRow } from "./read-counts.ts";
import { rulesOn } from "./rules.server.ts";
import { countsMaxBytes, countsMaxRows } from "./vocabulary.ts";

/**
 * Brings in dossier counts (CSV or XLSX: unit, period, indicator, sooner, on time, late). All rows are taken or none: the first wrong
 * one is named by its line and column. What was brought before for the same unit, period and indicator is replaced. Units are those
 * of the period's last day, and so are the rules that say for which indicators dossiers are brought.
 */
export async function importCounts(db: Db, by: Official, file: Buffer, source: string, now = new Date()) {
  const named = source.trim().slice(0, 200);
  if (!named) return refuse("service_quality.source_missing");
  const list = await readList(file, { bytes: countsMaxBytes, rows: countsMaxRows });
  if (!list.ok) return list;
  const { places, missing } = findColumns(list.value.headings);
  if (missing.length > 0) return refuse("service_quality.columns_missing", { columns: missing.length });

  return inOneAct(db, async (tx) => {
    if ((await personalDataCheck(tx))(named)) return refuse("service_quality.source_personal_data");
    const today = civilDay(now);
    const countables = new Map<string, Countable>();
    const rows = new Map<string, CountRow>();
    for (const [at, cells] of list.value.rows.entries()) {
      if (cells.every((cell) => cell === "")) continue;
      const period = readCountPeriod(cells, places);
      const end = period && daysOf(period)?.to;
      if (!period || !end) return refuse(wrongIn.period, { line: list.value.firstLine + at });
      const countable = countables.get(period) ?? (await countableOn(tx, by, end));
      countables.set(period, countable);
      const read = readCountRow(cells, places, period, countable);
      if ("wrong" in read) return refuse(wrongIn[read.wrong], { line: list.value.firstLine + at });
      const { unitId, indicator } = read.row;
      const key = `${unitId} ${period} ${indicator}`;
      if (rows.has(key)) return refuse("service_quality.row_twice", { line: list.value.firstLine + at });
      rows.set(key, read.row);
    }
    await tx
      .insert(dossierCounts)
      .values([...rows.values()].map((row) => ({ ...row, source: named, importedOn: today, importedById: by.id, createdAt: now })))
      .onConflictDoUpdate({
        target: [dossierCounts.unitId, dossierCounts.period, dossierCounts.indicator],
        set: Object.fromEntries(
          (["sooner", "on_time", "late", "source", "imported_on", "imported_by_id"] as const).map((column) => [
            camel(column),
            sql.raw(`excluded.${column}`),
          ]),
        ),
      });
    await recordEvent(tx, by, { act: "score_sheet.counts_imported", subject: "score_sheet", subjectId: "counts", data: { rows: rows.size } }, now);
    return done({ rows: rows.size });
  });
}

/** What an official may bring counts for: their units of this day, and indicators that either rules score dossiers by. */
async function countableOn(tx: Db, by: Official, day: CivilDay): Promise<Countable> {
  const units = (await listUnitsInForce(tx, day, { internal: true })).filter(({ id }) => mayIn(by, "scores.import", id));
  const [oneStop, months] = [await rulesOn(tx, "one_stop", day), await rulesOn(tx, "decision_766", day)];
  const scored = oneStop.rules.indicators.filter(({ computation }) => computation.kind === "dossiers").map(({ code }) => code);
  return {
    units: new Map(units.flatMap(({ id, slug, nameVi, nameEn }) => [nameVi, nameEn, slug].map((name): [string, string] => [slugify(name, 200), id]))),
    indicators: [...scored, months.rules.dossiers.indicator],
  };
}

const wrongIn = {
  unit: "service_quality.row_wrong.unit",
  period: "service_quality.row_wrong.period",
  indicator: "service_quality.row_wrong.indicator",
  sooner: "service_quality.row_wrong.sooner",
  onTime: "service_quality.row_wrong.onTime",
  late: "service_quality.row_wrong.late",
} as const satisfies Record<CountColumn, string>;

const camel = (column: string): string => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
