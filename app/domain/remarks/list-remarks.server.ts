import { and, asc, eq, exists, gt, inArray, isNull, not, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { remarks, remarkTags, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { foldedWords } from "#db/schema/columns.ts";
import type { Language } from "../content/vocabulary.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listOwnContacts, type Localised } from "../publishing/index.server.ts";
import { findPersonalData, maskPersonalData } from "../publishing/personal-data.ts";
import type { RatedUnit, Round } from "../surveys/index.server.ts";
import { fold } from "../text.ts";
import type { RemarkTag } from "./shipped-tags.ts";
import { listTags } from "./tags.server.ts";
import { proposedStandings, type RemarkStanding, remarksPerPage, type SetAsideReason } from "./vocabulary.ts";

export type RemarkFilter = {
  q?: string | undefined;
  /** Code of the question. */
  question?: string | undefined;
  unitId?: string | undefined;
  /** Code of a tag; null finds answers without any. */
  tag?: string | null | undefined;
  standing?: RemarkStanding | undefined;
};

export type OfficeRemark = {
  id: string;
  unit: RatedUnit;
  question: { code: string; text: Localised };
  /** First day of the month; null when the answer itself is over its term. */
  month: string | null;
  /** The words as they came; for who may not read raw answers with personal data masked; null when over its term. */
  body: string | null;
  standing: RemarkStanding;
  tags: RemarkTag[];
  publicText: string | null;
  language: Language;
  /** What looks like personal data and stays, and why. */
  kept: string[];
  keptReason: string | null;
  /** Why it was given back, hidden or taken back. */
  reason: string | null;
  setAsideReason: SetAsideReason | null;
  /** 0 while nobody has touched it. */
  revision: number;
  /** The official proposed it and may not approve it. */
  mine: boolean;
};

/** Who reads raw answers reads all; who approves sees what was proposed to them, and what became of it. */
export const mayReadAll = (by: Official, round: Round): boolean => mayIn(by, "surveys.read_answers", round.authority.id);
export const mayReadProposed = (by: Official, round: Round): boolean => mayIn(by, "surveys.approve", round.authority.id);

/**
 * A page of the open answers of a round, in the order of their random ids, which tells nothing of when they came. An official
 * who only approves finds those that were proposed, and no others. An unknown cursor starts anew.
 */
export async function listRemarks(
  db: Db,
  by: Official,
  round: Round,
  filter: RemarkFilter,
  after?: string,
): Promise<{ items: OfficeRemark[]; next: string | null }> {
  const readsAll = mayReadAll(by, round);
  if (!readsAll && !mayReadProposed(by, round)) return { items: [], next: null };
  // Published words outlive the answer they are of.
  const proposed = !readsAll || proposedStandings.some((standing) => standing === filter.standing);
  const from = proposed ? remarks : sheetTexts;
  const words = proposed ? remarks.publicText : sheetTexts.body;
  const tagged = (...more: SQL[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(remarkTags)
        .where(and(eq(remarkTags.remarkId, from.id), ...more)),
    );
  const wanted: (SQL | undefined)[] = [
    eq(from.roundId, round.id),
    filter.unitId ? eq(from.unitId, filter.unitId) : undefined,
    filter.question ? eq(from.question, filter.question) : undefined,
    filter.tag ? tagged(eq(remarkTags.tag, filter.tag)) : undefined,
    filter.tag === null ? not(tagged()) : undefined,
    filter.standing === "new" ? isNull(remarks.id) : filter.standing ? eq(remarks.state, filter.standing) : undefined,
    proposed ? inArray(remarks.state, [...proposedStandings]) : undefined,
    filter.q ? sql`${foldedWords(words)} @@ plainto_tsquery('simple', ${fold(filter.q)})` : undefined,
    z.uuid().safeParse(after).success ? gt(from.id, after ?? "") : undefined,
  ];
  const both = { text: sheetTexts, remark: remarks };
  const query = proposed
    ? db.select(both).from(remarks).leftJoin(sheetTexts, eq(sheetTexts.id, remarks.id))
    : db.select(both).from(sheetTexts).leftJoin(remarks, eq(remarks.id, sheetTexts.id));
  const rows = await query
    .where(and(...wanted))
    .orderBy(asc(from.id))
    .limit(remarksPerPage + 1);

  const page = rows.slice(0, remarksPerPage).flatMap(({ text, remark }) => {
    const own = text ?? remark;
    return own ? [{ own, text, remark }] : [];
  });
  const [tagsOf, allowed] = [
    await readTags(
      db,
      round,
      page.map(({ own }) => own.id),
    ),
    readsAll ? [] : await listOwnContacts(db),
  ];
  const items = page.map(({ own, text, remark }): OfficeRemark => ({
    id: own.id,
    unit: round.units.find(({ id }) => id === own.unitId) ?? round.authority,
    question: { code: own.question, text: round.layout.texts.find(({ code }) => code === own.question)?.text ?? { vi: own.question, en: null } },
    month: text?.month ?? null,
    body: text ? (readsAll ? text.body : maskPersonalData(text.body, findPersonalData(text.body, { allowed }))) : null,
    standing: remark?.state ?? "new",
    tags: tagsOf(own.id),
    publicText: remark?.publicText ?? null,
    language: remark?.language ?? "vi",
    kept: (remark?.kept ?? []).map((one) => one.text),
    keptReason: remark?.keptReason ?? null,
    reason: remark?.reason ?? null,
    setAsideReason: remark?.setAsideReason ?? null,
    revision: remark?.revision ?? 0,
    mine: remark?.proposedById === by.id,
  }));
  return { items, next: rows.length > remarksPerPage ? (items.at(-1)?.id ?? null) : null };
}

async function readTags(db: Db, round: Round, ids: readonly string[]): Promise<(id: string) => RemarkTag[]> {
  if (ids.length === 0) return () => [];
  const [known, rows] = [
    await listTags(db, round),
    await db
      .select()
      .from(remarkTags)
      .where(inArray(remarkTags.remarkId, [...ids])),
  ];
  return (id) => {
    const codes = rows.filter(({ remarkId }) => remarkId === id).map(({ tag }) => tag);
    return known.filter(({ code }) => codes.includes(code));
  };
}
