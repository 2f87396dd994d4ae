import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { ownTags, remarks, remarkTags, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { findRound, type Round } from "../surveys/index.server.ts";
import { slugify } from "../text.ts";
import type { OwnTagDraft } from "./schemas.ts";
import { type RemarkTag, shippedTags } from "./shipped-tags.ts";
import { ownTagMark, ownTagsMost } from "./vocabulary.ts";

/** Every tag that answers of a round may have or have: those of its questionnaire, then the authority's own by name. */
export async function listTags(db: Db, round: Round): Promise<(RemarkTag & { retired: boolean })[]> {
  const own = await db
    .select()
    .from(ownTags)
    .where(eq(ownTags.authorityId, round.authority.id))
    .orderBy(asc(sql`${ownTags.nameVi} collate "vi-x-icu"`));
  return [
    ...shippedTags(round.layout).map((tag) => ({ ...tag, retired: false })),
    ...own.map(({ code, nameVi, nameEn, retiredAt }) => ({
      code,
      name: { vi: nameVi, en: nameEn },
      factor: null,
      own: true,
      retired: retiredAt !== null,
    })),
  ];
}

/**
 * Makes a tag of the authority's own, for all its rounds; one that was retired under this name comes back, and may be called
 * otherwise. Public names stay those that were approved (`remarkFigures`), and proposals with it have to be read again.
 */
export async function addOwnTag(db: Db, by: Official, slug: string, { nameVi, nameEn }: OwnTagDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.read_answers", round.authority.id)) return refuse("remark.not_yours");
    const word = slugify(nameVi, 38);
    if (!word) return refuse("remark.tag_unnamed");
    // A tag may become public with an answer: it names matters, never people.
    if (findPersonalData(`${nameVi}\n${nameEn ?? ""}`).length > 0) return refuse("publish.personal_data");

    const own = eq(ownTags.authorityId, round.authority.id);
    const code = `${ownTagMark}${word}`;
    const inUse = await tx
      .select({ code: ownTags.code })
      .from(ownTags)
      .where(and(own, isNull(ownTags.retiredAt)));
    if (inUse.some((tag) => tag.code === code)) return refuse("remark.tag_there");
    if (inUse.length >= ownTagsMost) return refuse("remark.too_many_tags", { most: ownTagsMost });
    await tx
      .insert(ownTags)
      .values({ authorityId: round.authority.id, code, nameVi, nameEn, madeById: by.id, createdAt: now })
      .onConflictDoUpdate({ target: [ownTags.authorityId, ownTags.code], set: { nameVi, nameEn, retiredAt: null } });
    await tx
      .update(remarks)
      .set({ revision: sql`${remarks.revision} + 1`, updatedAt: now })
      .where(
        and(
          eq(remarks.state, "proposed"),
          inArray(remarks.roundId, tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.authorityId, round.authority.id))),
          inArray(remarks.id, tx.select({ id: remarkTags.remarkId }).from(remarkTags).where(eq(remarkTags.tag, code))),
        ),
      );
    await recordEvent(tx, by, { act: "remark.tag_made", subject: "unit", subjectId: round.authority.id, data: { code } }, now);
    return done({ code });
  });
}

/** No answer gets the tag any more; those that have it keep it. */
export async function retireOwnTag(db: Db, by: Official, slug: string, code: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.read_answers", round.authority.id)) return refuse("remark.not_yours");
    const [gone] = await tx
      .update(ownTags)
      .set({ retiredAt: now })
      .where(and(eq(ownTags.authorityId, round.authority.id), eq(ownTags.code, code), isNull(ownTags.retiredAt)))
      .returning({ code: ownTags.code });
    if (!gone) return refuse("remark.unknown_tag");
    await recordEvent(tx, by, { act: "remark.tag_retired", subject: "unit", subjectId: round.authority.id, data: { code } }, now);
    return done({ code });
  });
}
