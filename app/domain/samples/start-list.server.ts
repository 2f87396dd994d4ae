import { createHash } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { sampleFrames, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { readList } from "../intake/index.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { guessTargets } from "./guess-targets.ts";
import { sealList } from "./kept-list.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import { listMaxBytes, listMaxRows } from "./vocabulary.ts";

/**
 * Reads a list of transactions for a round and keeps its rows sealed; one that nobody drew from yet gives way to it.
 * Refuses what `readList` and `roundForSampling` refuse, and `sample.drawn_already`.
 */
export async function startList(db: Db, keys: Keys, by: Official, slug: string, content: Buffer, now = new Date()) {
  const allowed = await roundForSampling(db, by, slug, now);
  if (!allowed.ok) return allowed;
  const list = await readList(content, { bytes: listMaxBytes, rows: listMaxRows });
  if (!list.ok) return list;
  const { headings, rows, firstLine } = list.value;
  const kept = rows.flatMap((cells, at) => (cells.some(Boolean) ? [{ line: firstLine + at, cells }] : []));

  return inOneAct(db, async (tx) => {
    const roundId = allowed.value.id;
    const replaced = await tx
      .delete(sampleFrames)
      .where(and(eq(sampleFrames.roundId, roundId), ne(sampleFrames.state, "drawn")))
      .returning({ file: sampleFrames.fileSha256 });
    const id = crypto.randomUUID();
    const fileSha256 = createHash("sha256").update(content).digest("hex");
    const [started] = await tx
      .insert(sampleFrames)
      .values({
        id,
        roundId,
        fileSha256,
        rows: kept.length,
        mapping: guessTargets(headings),
        ...sealList(keys, id, { headings, rows: kept }),
        uploadedById: by.id,
        uploadedOn: civilDay(now),
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: sampleFrames.id });
    if (!started) return refuse("sample.drawn_already");
    await tx.delete(sampleStrata).where(eq(sampleStrata.roundId, roundId));
    const data = { rows: kept.length, file: fileSha256, was: replaced[0]?.file ?? null };
    await recordEvent(tx, by, { act: "sample.list_uploaded", subject: "round", subjectId: roundId, data }, now);
    return done({ id });
  });
}
