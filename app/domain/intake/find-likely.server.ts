import { and, desc, eq, gte, inArray, lte, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { caseIdentities, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "../calendar/civil-day.ts";
import { parseCaseCode } from "../codes.ts";
import { readableBy } from "../feedback/index.server.ts";
import type { CaseState } from "../feedback/vocabulary.ts";
import type { Official } from "../people/official.ts";
import { fold } from "../text.ts";
import type { LikenessReason } from "./vocabulary.ts";

/** A case that may be about the same matter. `alike`: how like the texts are, 0–1, without diacritics. */
export type LikelyCase = { code: string; subject: string; state: CaseState; receivedOn: string; reasons: LikenessReason[]; alike: number };

/** The same matter is reported again within about a month. */
const daysAround = 30;
/** Texts that share this much of their trigrams say the same in other words; below lie common phrases. */
const alikeFrom = 0.45;
/** Of the same contact or place, less will do. */
const alikeFromNear = 0.2;
const most = 10;
/** Of each kind so many at most are looked at, the latest first. */
const asked = 100;

/**
 * Cases that this one may repeat, the likeliest first: the same original number; the same contact (by its fingerprint,
 * nobody is read); a like text, or the same place with a text not quite another, within 30 days. Only cases the official
 * may read. Undefined when this one is not theirs to read.
 */
export async function findLikely(db: Db, by: Official, code: string): Promise<LikelyCase[] | undefined> {
  const [seen] = await db
    .select({ row: cases, contactHash: caseIdentities.contactHash })
    .from(cases)
    .leftJoin(caseIdentities, eq(caseIdentities.caseId, cases.id))
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  if (!seen) return undefined;
  const { row, contactHash } = seen;

  const near = and(gte(cases.receivedOn, plusDays(row.receivedOn, -daysAround)), lte(cases.receivedOn, plusDays(row.receivedOn, daysAround)));
  const alike = sql<number>`similarity(${cases.searchText}, ${row.searchText})`.mapWith(Number);
  const samePlace = row.place ? sql`lower(${cases.place}) = lower(${row.place})` : undefined;
  const family = [row.id, row.parentId].filter((id) => id !== null);
  // Each question asks its own index; together in one condition they would read every case.
  const idsOf = async (condition: SQL | undefined) =>
    (await db.select({ id: cases.id }).from(cases).where(condition).orderBy(desc(cases.receivedOn)).limit(asked)).map(({ id }) => id);
  const ofContact = contactHash
    ? (await db.select({ id: caseIdentities.caseId }).from(caseIdentities).where(eq(caseIdentities.contactHash, contactHash)).limit(asked)).map(
        ({ id }) => id,
      )
    : [];
  const ids = [
    ...(row.originalNumber ? await idsOf(eq(cases.originalNumber, row.originalNumber)) : []),
    ...(ofContact.length > 0 ? await idsOf(and(near, inArray(cases.id, ofContact))) : []),
    // The operator's own threshold lets the trigram index do the work.
    ...(await idsOf(and(near, sql`${cases.searchText} % ${row.searchText}`, sql`${alike} >= ${alikeFrom}`))),
    ...(samePlace ? await idsOf(and(near, samePlace, sql`${alike} >= ${alikeFromNear}`)) : []),
  ];
  if (ids.length === 0) return [];

  const found = await db
    .select({ row: cases, contactHash: caseIdentities.contactHash, alike })
    .from(cases)
    .leftJoin(caseIdentities, eq(caseIdentities.caseId, cases.id))
    .where(
      and(
        inArray(cases.id, [...new Set(ids)]),
        readableBy(by),
        notInArray(cases.id, family),
        or(sql`${cases.parentId} is null`, notInArray(cases.parentId, family)),
        ne(cases.state, "HUY"),
      ),
    )
    .orderBy(desc(cases.receivedOn), cases.id);

  return found
    .map(({ row: other, contactHash: theirs, alike: score }): LikelyCase => {
      const reasons: LikenessReason[] = [
        ...(row.originalNumber && other.originalNumber === row.originalNumber ? (["same_number"] as const) : []),
        ...(contactHash && theirs === contactHash ? (["same_contact"] as const) : []),
        ...(score >= alikeFrom ? (["same_text"] as const) : []),
        ...(row.place && other.place && fold(other.place) === fold(row.place) ? (["same_place"] as const) : []),
      ];
      return { code: other.code, subject: other.subject, state: other.state, receivedOn: other.receivedOn, reasons, alike: score };
    })
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, most);
}

/** A number is certain; each other reason counts beside how like the texts are. */
const weight = ({ reasons, alike }: LikelyCase) =>
  alike + (reasons.includes("same_number") ? 2 : 0) + (reasons.includes("same_contact") ? 0.5 : 0) + (reasons.includes("same_place") ? 0.2 : 0);
