import { sql } from "drizzle-orm";
import { dossierCounts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { readList } from "../intake/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { slugify } from "../text.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import { type CountColumn, type CountRow, findColumns, readCountRow } from "./read-counts.ts";
import { rulesOn } from "./rules.server.ts";
import { countsMaxBytes, countsMaxRows } from "./vocabulary.ts";

/**
 * Brings in dossier counts (CSV or XLSX: unit, period, indicator, sooner, on time, late). All rows are taken or none: the first wrong
 * one is named by its line and column. What was brought before for the same unit, period and indicator is replaced.
 */
export async function importCounts(db: Db, by: Official, file: Buffer, source: string, now = new Date()) {
  const named = source.trim().slice(0, 200);
  if (!named) return refuse("service_quality.source_missing");
  const list = await readList(file, { bytes: countsMaxBytes, rows: countsMaxRows });
  if (!list.ok) return list;
  const { places, missing } = findColumns(list.value.headings);
  if (missing.length > 0) return refuse("service_quality.columns_missing", { columns: missing.length });

  return inOneAct(db, async (tx) => {
    const today = civilDay(now);
    const units = new Map(
      (await listUnitsInForce(tx, today, { internal: true }))
        .filter(({ id }) => mayIn(by, "scores.import", id))
        .flatMap(({ id, slug, nameVi, nameEn }) => [nameVi, nameEn, slug].map((name): [string, string] => [slugify(name, 200), id])),
    );
    const { rules } = await rulesOn(tx, "one_stop", today);
    const indicators = rules.indicators.filter(({ computation }) => computation.kind === "dossiers").map(({ code }) => code);
    const rows = new Map<string, CountRow>();
    for (const [at, cells] of list.value.rows.entries()) {
      if (cells.every((cell) => cell === "")) continue;
      const read = readCountRow(cells, places, { units, indicators });
      if ("wrong" in read) return refuse(wrongIn[read.wrong], { line: list.value.firstLine + at });
      const { unitId, period, indicator } = read.row;
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

const wrongIn = {
  unit: "service_quality.row_wrong.unit",
  period: "service_quality.row_wrong.period",
  indicator: "service_quality.row_wrong.indicator",
  sooner: "service_quality.row_wrong.sooner",
  onTime: "service_quality.row_wrong.onTime",
  late: "service_quality.row_wrong.late",
} as const satisfies Record<CountColumn, string>;

const camel = (column: string): string => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
