import { and, desc, eq } from "drizzle-orm";
import { clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { decide, propose } from "./proposals.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { messageMaxLength, reasonMinLength, supplementRequestsMost } from "./vocabulary.ts";
import { written } from "./written.ts";

type Request = { request: string; revision?: number | undefined };
const limits = { min: reasonMinLength, max: messageMaxLength };

/** Asks the sender, the first time, for what is missing. The clock for the answer stands still; the sender's own runs. */
export async function requestSupplement(db: Db, keys: Keys, by: Official, code: string, what: Request, now = new Date()) {
  const request = written(what.request, limits);
  if (!request.ok) return request;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "request_supplement", code, what.revision);
    if (!taken.ok) return taken;
    return ask(tx, keys, by, taken.value, "request_supplement", request.value, now);
  });
}

/** After a supplement that does not say enough: the intake officer asks to ask once more. Nothing goes to the sender yet. */
export async function proposeSupplement(db: Db, by: Official, code: string, what: Request, now = new Date()) {
  const request = written(what.request, limits);
  if (!request.ok) return request;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "propose_supplement", code, what.revision);
    if (!taken.ok) return taken;
    if (taken.value.supplementRequests >= supplementRequestsMost) return refuse("case.asked_twice");
    return propose(tx, by, taken.value, "propose_supplement", { kind: "supplement", body: request.value }, now);
  });
}

/** The coordinator, who did not propose it, agrees: the sender is asked a second and last time. */
export async function approveSupplement(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { revision?: number | undefined } = {},
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "approve_supplement", code, what.revision);
    if (!taken.ok) return taken;
    if (taken.value.supplementRequests >= supplementRequestsMost) return refuse("case.asked_twice");
    const granted = await decide(tx, by, taken.value.id, "supplement", { state: "granted" }, now);
    return granted.ok ? ask(tx, keys, by, taken.value, "approve_supplement", granted.value.body, now) : granted;
  });
}

async function ask(tx: Db, keys: Keys, by: Official, seen: CaseRow, name: "request_supplement" | "approve_supplement", request: string, now: Date) {
  const set = { supplementRequest: request, supplementRequests: seen.supplementRequests + 1 };
  const moved = await moveCase(tx, by, seen, name, { set }, now);
  if (!moved.ok) return moved;
  const theCase = moved.value.moved;
  const data = { code: theCase.code, request, until: await supplementDueOn(tx, theCase.id, now) };
  await tellSender(tx, keys, theCase, { template: "case_supplement_requested", data }, now);
  return standing(theCase);
}

/** The last day of the sender's own clock, the newest one. */
async function supplementDueOn(tx: Db, caseId: string, now: Date): Promise<string> {
  const [clock] = await tx
    .select({ dueOn: clocks.dueOn })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.step, "supplement")))
    .orderBy(desc(clocks.startedOn), desc(clocks.createdAt))
    .limit(1);
  return clock?.dueOn ?? civilDay(now);
}
