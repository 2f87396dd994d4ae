import { desc, eq, inArray } from "drizzle-orm";
import { scoreSheets, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import { unitsSeen } from "./may-score.ts";
import { rulesById, type StoredRules } from "./rules.server.ts";
import type { ScoreLine } from "./score-line.ts";
import type { ScoreState } from "./vocabulary.ts";

export type ScoreSheet = {
  id: string;
  unitId: string;
  /** The unit as it was called on the quarter's last day. */
  unit: { slug: string; name: { vi: string; en: string } };
  authorityId: string | null;
  quarter: string;
  state: ScoreState;
  revision: number;
  rules: StoredRules<"one_stop">;
  lines: ScoreLine[];
  openedById: string;
  selfScoredById: string | null;
  appraisedById: string | null;
  publishedAt: Date | null;
  correction: string | null;
};

const columns = { sheet: scoreSheets, slug: units.slug, authorityId: units.authorityId, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn };

function select(db: Db) {
  return db
    .select(columns)
    .from(scoreSheets)
    .innerJoin(units, eq(units.id, scoreSheets.unitId))
    .innerJoin(unitVersions, eq(unitVersions.id, scoreSheets.unitVersionId))
    .$dynamic();
}

/** A score sheet by its id, or undefined. */
export async function findScoreSheet(db: Db, id: string): Promise<ScoreSheet | undefined> {
  const [row] = await select(db).where(eq(scoreSheets.id, id));
  return row && toScoreSheet(db, row);
}

export type ListedScoreSheet = Omit<ScoreSheet, "rules" | "lines">;

/** Score sheets an official may see, the newest quarter first: at most 500. */
export async function listScoreSheets(db: Db, by: Official): Promise<ListedScoreSheet[]> {
  const seen = unitsSeen(by);
  if (seen?.length === 0) return [];
  const rows = await select(db)
    .where(seen ? inArray(scoreSheets.unitId, seen) : undefined)
    .orderBy(desc(scoreSheets.quarter), units.slug)
    .limit(500);
  return rows.map(toListed);
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toListed({ sheet, slug, authorityId, nameVi, nameEn }: Row): ListedScoreSheet {
  const { id, unitId, quarter, state, revision, openedById, selfScoredById, appraisedById, publishedAt, correction } = sheet;
  return {
    id,
    unitId,
    unit: { slug, name: { vi: nameVi, en: nameEn } },
    authorityId,
    quarter,
    state,
    revision,
    openedById,
    selfScoredById,
    appraisedById,
    publishedAt,
    correction,
  };
}

async function toScoreSheet(db: Db, row: Row): Promise<ScoreSheet> {
  const rules = await rulesById(db, "one_stop", row.sheet.rulesId);
  return { ...toListed(row), rules, lines: row.sheet.lines as ScoreLine[] };
}
