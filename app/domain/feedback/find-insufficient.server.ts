import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { unitWords } from "./unit-words.server.ts";
import { messageMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * Not enough to decide on a rule yet: the matter is kept for study and looked at again every 90 days (Decree
 * 20/2008/NĐ-CP, art. 14). Only for phản ánh, kiến nghị about rules (contents 2 to 8); the sender gets an interim answer.
 */
export async function findInsufficient(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { interim: string; revision?: number | undefined },
  now = new Date(),
) {
  const interim = written(what.interim, { min: reasonMinLength, max: messageMaxLength });
  if (!interim.ok) return interim;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "find_insufficient", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.kind !== "phan_anh_kien_nghi" || seen.content === 1) return refuse("case.not_about_a_rule");

    await tx.insert(caseMessages).values({ caseId: seen.id, side: "office", officialId: by.id, body: interim.value, createdAt: now });
    const moved = await moveCase(tx, by, seen, "find_insufficient", {}, now);
    if (!moved.ok) return moved;
    const data = { code: seen.code, body: interim.value, ...(await unitWords(tx, seen.unitVersionId)) };
    await tellSender(tx, keys, seen, { template: "case_interim", data }, now);
    return standing(moved.value.moved);
  });
}
