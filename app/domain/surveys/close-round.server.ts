import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { resultSnapshots, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { foldAllSheets } from "./fold-sheets.server.ts";
import { freeze } from "./freeze-results.server.ts";
import { hashSheets } from "./hash-sheets.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/**
 * Closing is final: answers sent after it are refused. The round's row is locked first, so a sheet on its way is either
 * in or refused; then the sheets are hashed and their counts frozen in a snapshot that a trigger keeps from changing.
 * Figures of a closed round are made from that snapshot.
 */
export async function closeRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");

    const [closed] = await tx
      .update(rounds)
      .set({ state: "closed", stage: "to_check" })
      .where(and(eq(rounds.id, round.id), eq(rounds.state, "open")))
      .returning();
    if (!closed) return refuse("survey.not_open");

    await foldAllSheets(tx, round.id);
    const raw = await hashSheets(tx, round.id);
    const content = await freeze(tx, round, raw.n);
    const contentSha256 = createHash("sha256").update(JSON.stringify(content)).digest("hex");
    await tx.insert(resultSnapshots).values({ roundId: round.id, version: 1, content, contentSha256, rawSha256: raw.sha256, createdAt: now });

    await recordEvent(
      tx,
      by,
      { act: "round.closed", subject: "round", subjectId: round.id, data: { sheets: raw.n, rawSha256: raw.sha256, contentSha256 } },
      now,
    );
    await publishRoundCopy(tx, by, round, "closed", now);
    return done({ slug: round.slug, sheets: raw.n, rawSha256: raw.sha256 });
  });
}
