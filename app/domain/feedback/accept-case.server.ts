import { and, eq, ne } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { parseCaseCode } from "../codes.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { restartReason } from "../calendar/clock.ts";
import { type ClockTurns, loadClocks } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { setNamedOfficials } from "./name-officials.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { transitions } from "./transitions.ts";
import type { CaseContent, CaseField, CaseKind } from "./vocabulary.ts";

export type Classification = {
  kind: CaseKind;
  content?: CaseContent | null | undefined;
  field: CaseField;
  /** Code of the case it repeats. */
  duplicateOf?: string | null | undefined;
  urgent?: boolean | undefined;
  /** Ids of the officials it complains of: they see nothing of it. Left as it is when not given. */
  complainedOf?: readonly string[] | undefined;
  revision?: number | undefined;
};

/** Classifies a case and takes it in. Another kind than the sender chose has other deadlines, counted from receipt. */
export async function acceptCase(db: Db, keys: Keys, by: Official, code: string, what: Classification, now = new Date()) {
  const content = what.content ?? null;
  if (content !== null && what.kind !== "phan_anh_kien_nghi") return refuse("case.content_not_for_kind");

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "accept", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    const duplicate = await findDuplicate(tx, seen, what.duplicateOf);
    if (!duplicate.ok) return duplicate;

    const named = what.complainedOf ? await setNamedOfficials(tx, by, seen, what.complainedOf, now) : done({ set: {}, count: 0 });
    if (!named.ok) return named;

    const set = { kind: what.kind, content, field: what.field, urgent: what.urgent ?? seen.urgent, duplicateOfId: duplicate.value, acceptedAt: now };
    const data = { kind: what.kind, field: what.field, content };
    const moved = await moveCase(tx, by, seen, "accept", { set, data, turns: await turnsOf(tx, seen, what.kind, now) }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_accepted", data: { code: theCase.code, answerBy: moved.value.answerBy } }, now);
    return standing(theCase);
  });
}

/** Classified as the sender had it, the clocks go on; as another kind, the answer gets that kind's clock instead. */
async function turnsOf(tx: Db, seen: CaseRow, kind: CaseKind, now: Date): Promise<ClockTurns> {
  if (kind === seen.kind) return transitions.accept.clocks;
  const replaced = (await loadClocks(tx, [seen.id])).find((clock) => clock.step === "answer" && clock.stoppedOn === null);
  const supplementedOn = replaced?.pauses.find((pause) => pause.reason === restartReason)?.to;
  const startOn = kind === "phan_anh_hien_truong" ? civilDay(now) : (supplementedOn ?? seen.receivedOn);
  return { ...transitions.accept.clocks, start: [], void: ["answer"], answerAgain: true, startOn };
}

async function findDuplicate(tx: Db, seen: CaseRow, typed: string | null | undefined) {
  if (!typed) return done(null);
  const [other] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(typed) ?? ""), ne(cases.id, seen.id), ne(cases.state, "CHUYEN_MAT")));
  return other ? done(other.id) : refuse("case.unknown_duplicate");
}
