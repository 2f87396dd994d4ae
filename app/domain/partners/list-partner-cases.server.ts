import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { apiKeys, cases, partnerCases, publicCopies, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, civilDay } from "../calendar/civil-day.ts";
import { loadClocks } from "../calendar/index.server.ts";
import type { CaseKind, CaseState } from "../feedback/vocabulary.ts";
import type { ApiKey } from "./find-api-key.server.ts";

/** A case as the partner who sent it may follow it: where it stands, and nothing of its sender or of what was written. */
export type PartnerCase = {
  code: string;
  kind: CaseKind;
  state: CaseState;
  receivedOn: CivilDay;
  /** The last day for the answer; null while no such clock was started. */
  dueOn: CivilDay | null;
  answeredOn: CivilDay | null;
  /** The unit that must answer, as it was called when it got the case. */
  unit: { slug: string; name: { vi: string; en: string } } | null;
  /** True when everybody can read it at /phan-anh/:code. */
  published: boolean;
};

/** What no list gave would be refused by the database: a year 0, a NUL. */
const Place = z.tuple([z.iso.datetime().regex(/^[1-9]/), z.string().regex(/^[\w.-]{1,40}$/)]);

const readPlace = (after: string): z.infer<typeof Place> | undefined => {
  try {
    return Place.safeParse(JSON.parse(Buffer.from(after.slice(0, 200), "base64url").toString("utf8"))).data;
  } catch {
    // Made up: no place in the list.
    return undefined;
  }
};

/** True for a place in the list that `listPartnerCases` gave. */
export const isPartnerCursor = (after: string): boolean => readPlace(after) !== undefined;

/**
 * What came with the keys of this partner, whichever of them it was: a key is renewed, the entries stay. The newest
 * first. What left for the confidential procedure is in no list.
 */
export async function listPartnerCases(
  db: Db,
  by: Pick<ApiKey, "partner">,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: PartnerCase[]; next: string | null }> {
  const place = after === undefined ? undefined : readPlace(after);
  const own = db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.partner, by.partner));
  const rows = await db
    .select({
      id: cases.id,
      code: cases.code,
      kind: cases.kind,
      state: cases.state,
      receivedOn: cases.receivedOn,
      answeredAt: cases.answeredAt,
      sentAt: partnerCases.createdAt,
      unit: { slug: units.slug, vi: unitVersions.nameVi, en: unitVersions.nameEn },
      copy: publicCopies.slug,
    })
    .from(partnerCases)
    .innerJoin(cases, eq(cases.id, partnerCases.caseId))
    .leftJoin(unitVersions, eq(unitVersions.id, cases.unitVersionId))
    .leftJoin(units, eq(units.id, unitVersions.unitId))
    .leftJoin(publicCopies, and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, cases.code), isNull(publicCopies.hiddenAt)))
    .where(
      and(
        sql`${partnerCases.apiKeyId} in ${own}`,
        ne(cases.state, "CHUYEN_MAT"),
        place && sql`(${partnerCases.createdAt}, ${cases.code}) < (${place[0]}::timestamptz, ${place[1]})`,
      ),
    )
    .orderBy(desc(partnerCases.createdAt), desc(cases.code))
    .limit(limit + 1);

  const page = rows.slice(0, limit);
  const clocks = await loadClocks(
    db,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    items: page.map(({ id, sentAt: _, answeredAt, copy, unit, ...theCase }) => ({
      ...theCase,
      dueOn: clocks.findLast((one) => one.caseId === id && one.step === "answer" && one.outcome !== "void")?.dueOn ?? null,
      answeredOn: answeredAt && civilDay(answeredAt),
      unit: unit?.slug ? { slug: unit.slug, name: { vi: unit.vi ?? "", en: unit.en ?? "" } } : null,
      published: copy !== null,
    })),
    next: last && rows.length > limit ? Buffer.from(JSON.stringify([last.sentAt.toISOString(), last.code])).toString("base64url") : null,
  };
}
