import { eq } from "drizzle-orm";
import { clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { messageMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** Asks the sender, once, for what is missing. The clock for the answer stands still; the sender's own runs. */
export async function requestSupplement(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { request: string; revision?: number | undefined },
  now = new Date(),
) {
  const request = written(what.request, { min: reasonMinLength, max: messageMaxLength });
  if (!request.ok) return request;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "request_supplement", code, what.revision);
    if (!taken.ok) return taken;

    const moved = await moveCase(tx, by, taken.value, "request_supplement", { set: { supplementRequest: request.value } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const until = await supplementDueOn(tx, theCase.id, now);
    await tellSender(tx, keys, theCase, { template: "case_supplement_requested", data: { code: theCase.code, request: request.value, until } }, now);
    return standing(theCase);
  });
}

/** The last day of the sender's own clock. */
async function supplementDueOn(tx: Db, caseId: string, now: Date): Promise<string> {
  const rows = await tx.select({ step: clocks.step, dueOn: clocks.dueOn }).from(clocks).where(eq(clocks.caseId, caseId));
  return rows.find((clock) => clock.step === "supplement")?.dueOn ?? civilDay(now);
}
