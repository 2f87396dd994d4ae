import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { freeze, mayBeShown } from "./freeze-results.server.ts";
import { hashSheets } from "./hash-sheets.server.ts";
import { moveRound } from "./move-round.server.ts";
import { listEarlierEditions } from "./set-aside.server.ts";

/**
 * Computes a round whose sheets are checked, or a correction of a published one, into a snapshot that nobody can change. The
 * sheets are hashed again first: unless they are the ones that were there at the close, nothing is computed. What it
 * shows counts only when a leader has approved it.
 */
export async function computeResults(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const isCorrection = await moveRound(tx, round, ["correcting"], "correction_to_approve", { returnReason: null });
    if (!isCorrection && !(await moveRound(tx, round, ["to_compute"], "to_approve_results"))) return refuse("survey.not_checked");
    if (!round.closed || (await hashSheets(tx, round.id, round.closed.hashVersion)).sha256 !== round.closed.sha256) {
      return refuse("survey.sheets_differ");
    }

    const earlier = await listEarlierEditions(tx, round.id);
    const content = await freeze(tx, round, { earlier });
    const last = earlier.at(-1);
    if (isCorrection && last?.exclusions.join() === content.exclusions.map(({ number }) => number).join()) return refuse("survey.nothing_corrected");
    if (!mayBeShown(content)) return refuse("survey.exclusion_too_few");

    const [before] = await tx
      .select({ version: resultSnapshots.version })
      .from(resultSnapshots)
      .where(eq(resultSnapshots.roundId, round.id))
      .orderBy(desc(resultSnapshots.version))
      .limit(1);
    const version = (before?.version ?? 0) + 1;
    const contentSha256 = createHash("sha256").update(JSON.stringify(content)).digest("hex");
    const correction = isCorrection ? round.correction : null;
    await tx.insert(resultSnapshots).values({
      roundId: round.id,
      version,
      content,
      contentSha256,
      rawSha256: round.closed.sha256,
      note: correction?.vi ?? null,
      noteEn: correction?.en ?? null,
      createdAt: now,
    });
    const data = { version, sheets: content.sheets, received: content.received, contentSha256 };
    await recordEvent(tx, by, { act: "round.computed", subject: "round", subjectId: round.id, data }, now);
    return done({ slug: round.slug, version, sheets: content.sheets, contentSha256 });
  });
}
