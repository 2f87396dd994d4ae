import { asc, eq } from "drizzle-orm";
import { makeCase, type MadeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { replyOf } from "#db/seed/factories/case-wish.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { assignments, auditEvents, caseMessages, caseNotes, cases, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { verifyChain } from "../audit/index.server.ts";
import type { Official } from "../people/official.ts";
import * as feedback from "./index.server.ts";
import { type TransitionName, transitionOf, transitions } from "./transitions.ts";
import type { CaseState } from "./vocabulary.ts";

const reason = "Lý do đủ dài để ghi lại.";
const start = new Date("2026-11-09T02:00:00Z");
type Answer = { ok: boolean; code?: string };
type Try = (db: Db, by: Official, made: MadeCase, revision: number, now: Date) => Promise<Answer>;

/** What an official of each kind tries, whatever the case is waiting for. */
const tries: Record<"intake" | "coordinator" | "handler" | "head" | "approver", Try[]> = {
  intake: [
    (db, by, { code }, revision, now) => feedback.acceptCase(db, testKeys, by, code, { kind: "hoi_dap", field: "khac", revision }, now),
    (db, by, { code }, revision, now) => feedback.requestSupplement(db, testKeys, by, code, { request: reason, revision }, now),
    (db, by, { code }, revision, now) => feedback.proposeRefusal(db, by, code, { reason: "R09", text: reason, revision }, now),
  ],
  coordinator: [
    (db, by, { code, unit }, revision, now) => feedback.assignCase(db, testKeys, by, code, { unitId: unit.id, revision }, now),
    (db, by, { code }, revision, now) => feedback.publishCase(db, testKeys, by, code, { revision }, now),
    (db, by, { code }, revision, now) => feedback.confirmRefusal(db, testKeys, by, code, { revision }, now),
    (db, by, { code }, _revision, now) => feedback.addNote(db, by, code, { body: reason }, now),
  ],
  handler: [
    (db, by, { code }, revision, now) => feedback.takeUpCase(db, testKeys, by, code, { revision }, now),
    (db, by, { code }, revision, now) => feedback.writeToSender(db, testKeys, by, code, { body: reason, revision }, now),
    async (db, by, { code }, revision, now) => {
      await feedback.saveReplyDraft(db, by, code, replyOf({}), 0, now);
      return feedback.submitReply(db, by, code, { revision }, now);
    },
  ],
  head: [(db, by, { code }, revision, now) => feedback.bounceCase(db, by, code, { reason, revision }, now)],
  approver: [
    (db, by, { code }, revision, now) => feedback.approveReply(db, testKeys, by, code, { revision }, now),
    (db, by, { code }, revision, now) => feedback.returnReply(db, by, code, { comment: reason, revision }, now),
    (db, by, { code }, revision, now) => feedback.withholdCase(db, testKeys, by, code, { reason: "private_life", revision }, now),
  ],
};

test("fifty officials at the same twenty cases: nothing is lost, nothing done twice, and the chain is whole", { timeout: 240_000 }, async () => {
  const { db, client } = await cloneDatabase(20);
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const made: MadeCase[] = [];
  for (let n = 0; n < 20; n += 1) made.push(await makeCase(db, testKeys, { unit, people, receivedAt: start }));
  const kinds = ["intake", "coordinator", "handler", "head", "approver"] as const;
  const roles = { intake: "intake", coordinator: "coordinator", handler: "handler", head: "unit_head", approver: "approver" } as const;
  const officials: { by: Official; kind: (typeof kinds)[number] }[] = [];
  for (let n = 0; n < 50; n += 1) {
    const kind = kinds[n % kinds.length] ?? "intake";
    officials.push({ by: await makeOfficial(db, { roles: [roles[kind]], ...(kind === "handler" || kind === "head" ? { unit } : {}) }), kind });
  }

  const answers: Answer[] = [];
  for (let round = 0; round < 8; round += 1) {
    const now = new Date(start.getTime() + (round + 1) * 3_600_000);
    const seen = new Map((await db.select({ id: cases.id, revision: cases.revision }).from(cases)).map(({ id, revision }) => [id, revision]));
    const attempts = officials.map(async ({ by, kind }, index) => {
      for (let n = 0; n < 4; n += 1) {
        const theCase = made[(index * 7 + n * 5 + round) % made.length];
        const act = tries[kind][(index + n + round) % tries[kind].length];
        if (theCase && act) answers.push(await act(db, by, theCase, seen.get(theCase.id) ?? 0, now));
      }
    });
    await Promise.all(attempts);
  }

  const won = answers.filter(({ ok }) => ok).length;
  expect(won).toBeGreaterThan(60);
  const codes = new Set(answers.flatMap(({ code }) => code ?? []));
  expect(codes).toContain("case.changed_meanwhile");
  for (const code of codes) expect(code).toMatch(/^(case|proposal|reply)\./);

  for (const one of made) {
    const [row] = await db.select().from(cases).where(eq(cases.id, one.id));
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, one.id)).orderBy(asc(auditEvents.seq));
    const moves = events.filter(({ act }) => act.slice(5) in transitions);
    // Each event grew the revision by one: what is stored is what was done, no more and no less.
    expect(row?.revision).toBe(moves.length);
    expect(replay(moves)).toBe(row?.state);

    const count = (name: TransitionName) => moves.filter(({ act }) => act === `case.${name}`).length;
    const messagesOfOffice = (await db.select().from(caseMessages).where(eq(caseMessages.caseId, one.id))).length;
    expect(messagesOfOffice).toBe(count("write_to_sender"));
    expect((await db.select().from(assignments).where(eq(assignments.caseId, one.id))).length).toBeGreaterThanOrEqual(count("assign"));
    expect((await db.select().from(replies).where(eq(replies.caseId, one.id))).length).toBeLessThanOrEqual(1);
    const notes = events.filter(({ act }) => act === "case.add_note").length;
    expect((await db.select().from(caseNotes).where(eq(caseNotes.caseId, one.id))).length).toBe(notes);
  }
  expect(await verifyChain(db)).toMatchObject({ sound: true });
  await client.end();
});

/** The history read through the table: each step starts where the one before ended. */
function replay(moves: readonly { act: string; data: Record<string, unknown> }[]): CaseState | undefined {
  let state: CaseState | undefined;
  for (const { act, data } of moves) {
    const transition = transitionOf(act.slice(5) as TransitionName);
    if (state === undefined) expect(transition.from).toEqual([]);
    else expect([act, transition.from]).toEqual([act, expect.arrayContaining([state])]);
    const said = data.to as CaseState | undefined;
    // A second bounce stays with the common superior; everything else goes where the table says.
    const next = act === "case.bounce" ? (said ?? state) : (transition.to ?? state);
    if (said !== undefined) expect([act, said]).toEqual([act, next]);
    state = next;
  }
  return state;
}
