import { and, desc, eq } from "drizzle-orm";
import { serviceMonths } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { hashFigures } from "./hash-figures.server.ts";
import { figuresOfMonth, type MonthFigures } from "./month-figures.ts";
import { MonthSnapshot } from "./month-snapshot.ts";
import { rulesById, type StoredRules } from "./rules.server.ts";

export type FrozenMonth = {
  version: number;
  rules: StoredRules<"decision_766">;
  snapshot: MonthSnapshot;
  figures: MonthFigures;
  /** The figures that follow from the snapshot today are those that were published. */
  unchanged: boolean;
};

/** The newest version of a frozen month, its figures made anew from the snapshot; undefined where it is not frozen. */
export async function findMonth(db: Db, authorityId: string, month: string): Promise<FrozenMonth | undefined> {
  const [row] = await db
    .select()
    .from(serviceMonths)
    .where(and(eq(serviceMonths.authorityId, authorityId), eq(serviceMonths.month, month)))
    .orderBy(desc(serviceMonths.version))
    .limit(1);
  if (!row) return undefined;
  const rules = await rulesById(db, "decision_766", row.rulesId);
  const snapshot = MonthSnapshot.parse(row.snapshot);
  const figures = figuresOfMonth(rules.rules, snapshot);
  return { version: row.version, rules, snapshot, figures, unchanged: hashFigures(figures) === row.figuresSha256 };
}
