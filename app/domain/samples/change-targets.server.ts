import { and, eq, ne } from "drizzle-orm";
import { sampleFrames, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import type { ListTarget, StrataKind } from "./vocabulary.ts";

/** Says what the columns of a list mean and what makes a stratum. A list that was counted is counted again. Refuses `sample.no_list`. */
export async function changeTargets(
  db: Db,
  by: Official,
  slug: string,
  what: { mapping: readonly (ListTarget | null)[]; strataKind: StrataKind },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now);
    if (!allowed.ok) return allowed;
    const [changed] = await tx
      .update(sampleFrames)
      .set({ mapping: [...what.mapping], strataKind: what.strataKind, state: "draft" })
      .where(and(eq(sampleFrames.roundId, allowed.value.id), ne(sampleFrames.state, "drawn")))
      .returning({ id: sampleFrames.id });
    if (!changed) return refuse("sample.no_list");
    await tx.delete(sampleStrata).where(eq(sampleStrata.roundId, allowed.value.id));
    const data = { columns: what.mapping.map((target) => target ?? "–").join(", "), strata: what.strataKind };
    await recordEvent(tx, by, { act: "sample.columns_changed", subject: "round", subjectId: allowed.value.id, data }, now);
    return done({ id: changed.id });
  });
}
