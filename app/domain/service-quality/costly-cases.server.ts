import { and, eq, inArray } from "drizzle-orm";
import { caseNamedOfficials, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import type { CaseFact, MonthSnapshot } from "./month-snapshot.ts";

/** Cases of a frozen month that cost points at 5.2 or 5.3, without those that complain of the reader. */
export async function costlyCases(db: Db, by: Official, { cases: all }: MonthSnapshot): Promise<CaseFact[]> {
  const faulty = all.filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return [];
  const codes = faulty.map(({ code }) => code);
  const aboutReader = await db
    .select({ code: cases.code })
    .from(caseNamedOfficials)
    .innerJoin(cases, eq(cases.id, caseNamedOfficials.caseId))
    .where(and(eq(caseNamedOfficials.officialId, by.id), inArray(cases.code, codes)));
  const hidden = new Set(aboutReader.map(({ code }) => code));
  return faulty.filter(({ code }) => !hidden.has(code));
}
