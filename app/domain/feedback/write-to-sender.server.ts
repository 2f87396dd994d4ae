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
import { messageMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** The handler writes to the sender in the private thread. Not an answer yet: the clock goes on. */
export async function writeToSender(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { body: string; revision?: number | undefined },
  now = new Date(),
) {
  const body = written(what.body, { max: messageMaxLength });
  if (!body.ok) return body;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "write_to_sender", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId !== by.id) return refuse("case.other_handler");

    await tx.insert(caseMessages).values({ caseId: seen.id, side: "office", officialId: by.id, body: body.value, createdAt: now });
    const moved = await moveCase(tx, by, seen, "write_to_sender", {}, now);
    if (!moved.ok) return moved;
    const data = { code: seen.code, body: body.value, ...(await unitWords(tx, seen.unitVersionId)) };
    await tellSender(tx, keys, seen, { template: "case_message", data }, now);
    return standing(moved.value.moved);
  });
}
