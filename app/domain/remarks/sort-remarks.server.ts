import { and, eq, inArray, sql } from "drizzle-orm";
import { remarks, remarkTags, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "../surveys/index.server.ts";
import { isFinal } from "../surveys/rules.ts";
import { listTags } from "./tags.server.ts";
import { remarksPerPage, type SetAsideReason } from "./vocabulary.ts";

/** What is done with one answer or several: read, given a tag, rid of one, or set aside. Reading takes back a setting aside. */
export type Sorting = { as: "read" } | { as: "tagged" | "untagged"; tag: string } | { as: "set_aside"; reason: SetAsideReason };

/**
 * Sorts open answers of a round, all or none. Whatever is done with an answer, it counts as read. Only what is not proposed
 * or public can be set aside. Tags are published with an answer, so one that is proposed gets another revision with them.
 * @returns how many were sorted: those of the round, each once
 */
export async function sortRemarks(db: Db, by: Official, slug: string, ids: readonly string[], sorting: Sorting, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.read_answers", round.authority.id)) return refuse("remark.not_yours");
    if (ids.length === 0) return refuse("remark.none_chosen");
    if (ids.length > remarksPerPage) return refuse("remark.too_many", { most: remarksPerPage });

    const chosen = await tx
      .select({ id: sheetTexts.id, roundId: sheetTexts.roundId, unitId: sheetTexts.unitId, question: sheetTexts.question })
      .from(sheetTexts)
      .where(and(eq(sheetTexts.roundId, round.id), inArray(sheetTexts.id, [...ids])));
    if (chosen.length === 0) return refuse("remark.not_found");
    await tx
      .insert(remarks)
      .values(chosen.map((one) => ({ ...one, createdAt: now, updatedAt: now })))
      .onConflictDoNothing();
    const these = inArray(
      remarks.id,
      chosen.map(({ id }) => id),
    );

    const next = { updatedAt: now, revision: sql`${remarks.revision} + 1` };
    if (sorting.as === "read") {
      await tx
        .update(remarks)
        .set({ ...next, state: "read", setAsideReason: null })
        .where(and(these, eq(remarks.state, "set_aside")));
    } else if (sorting.as === "set_aside") {
      const aside = await tx
        .update(remarks)
        .set({ ...next, state: "set_aside", setAsideReason: sorting.reason })
        .where(and(these, inArray(remarks.state, ["read", "set_aside"])))
        .returning({ id: remarks.id });
      if (aside.length < chosen.length) return refuse("remark.wrong_state");
    } else {
      const known = (await listTags(tx, round)).find(({ code }) => code === sorting.tag);
      if (!known || (known.retired && sorting.as === "tagged")) return refuse("remark.unknown_tag");
      const rows = chosen.map(({ id, unitId }) => ({ remarkId: id, roundId: round.id, unitId, tag: known.code }));
      const tagged = inArray(
        remarkTags.remarkId,
        rows.map(({ remarkId }) => remarkId),
      );
      const changed =
        sorting.as === "tagged"
          ? await tx.insert(remarkTags).values(rows).onConflictDoNothing().returning({ id: remarkTags.remarkId })
          : await tx
              .delete(remarkTags)
              .where(and(tagged, eq(remarkTags.tag, known.code)))
              .returning({ id: remarkTags.remarkId });
      const retagged = changed.map(({ id }) => id);
      if (retagged.length > 0) {
        await tx
          .update(remarks)
          .set(next)
          .where(and(inArray(remarks.id, retagged), eq(remarks.state, "proposed")));
      }
    }

    const detail = sorting.as === "set_aside" ? { reason: sorting.reason } : sorting.as === "read" ? {} : { code: sorting.tag };
    await recordEvent(tx, by, { act: `remark.${sorting.as}`, subject: "round", subjectId: round.id, data: { count: chosen.length, ...detail } }, now);
    // What the answers are about is public: kept pages are rendered anew.
    if (isFinal(round.state)) await tx.execute(sql`select pg_notify('public_copy', 'remark')`);
    return done({ count: chosen.length });
  });
}
