import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { contactMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** Passes a case to a body outside our authorities, by letter (Decree 20/2008/NĐ-CP, art. 9: within five working days). */
export async function transferCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { body: string; letter: string; revision?: number | undefined },
  now = new Date(),
) {
  const body = written(what.body, { max: contactMaxLength });
  if (!body.ok) return body;
  const letter = written(what.letter, { max: contactMaxLength });
  if (!letter.ok) return letter;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "transfer", code, what.revision);
    if (!taken.ok) return taken;

    const set = { externalBody: body.value, externalLetter: letter.value, closedAt: now };
    const moved = await moveCase(tx, by, taken.value, "transfer", { set, data: { body: body.value } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const data = { code: theCase.code, externalBody: body.value, letter: letter.value };
    await tellSender(tx, keys, theCase, { template: "case_transferred", data }, now);
    return standing(theCase);
  });
}
