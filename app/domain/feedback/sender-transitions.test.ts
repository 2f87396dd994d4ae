import { makeCase } from "#db/seed/factories/cases.ts";
import { draftOf } from "#db/seed/factories/case-wish.ts";
import type { Db } from "#db/schema/handle.ts";
import { cases } from "#db/schema/index.ts";
import { nobody, usualTime, type PortalCaseAct, type SenderCaseAct } from "#tests/support/case-acts/case-act.ts";
import { eventsOf, rowOf } from "#tests/support/case-acts/prove-office-acts.ts";
import { portalActs, senderActs } from "#tests/support/case-acts/sender-acts.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { findCaseByReceipt, sendCase } from "./index.server.ts";
import { type TransitionName, transitionOf } from "./transitions.ts";
import { caseStates } from "./vocabulary.ts";

const bySender = Object.entries(senderActs) as [TransitionName & keyof typeof senderActs, SenderCaseAct][];
const byPortal = Object.entries(portalActs) as [TransitionName, PortalCaseAct][];
const ready = async (db: Db, act: SenderCaseAct | PortalCaseAct) => makeCase(db, testKeys, { state: act.from, ...(await act.wish?.(db)) });
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

test.for(bySender)("%s: the sender does it once by the receipt, and it leaves its trace", async ([name, act], { db }) => {
  const made = await ready(db, act);
  const before = await rowOf(db, made);
  const at = act.at ?? usualTime;
  expect((await findCaseByReceipt(db, made.code, made.receiptKey, dayOf(at)))?.may).toContain(name);
  expect(await act.call(db, made, at)).toMatchObject({ ok: true });
  const after = await rowOf(db, made);
  expect(after.state).toBe(transitionOf(name).to ?? act.from);
  expect(after.revision).toBe(before.revision + 1);
  expect(await eventsOf(db, made, name)).toMatchObject([{ actor: "sender", officialId: null }]);
});

test.for(bySender)("%s: refused with the receipt of another case", async ([_name, act], { db }) => {
  const made = await ready(db, act);
  const other = await makeCase(db, testKeys);
  const before = await rowOf(db, made);
  const answer = await act.call(db, { code: made.code, receiptKey: other.receiptKey }, act.at ?? usualTime);
  expect(answer).toEqual({ ok: false, code: "case.receipt_wrong" });
  expect(await rowOf(db, made)).toEqual(before);
});

test.for(caseStates.map((state) => [state]))("in %s the sender is refused everything else, and nothing is written", async ([state], { db }) => {
  const made = await makeCase(db, testKeys, { state: state ?? "MOI" });
  const before = await rowOf(db, made);
  for (const [name, act] of bySender) {
    if (transitionOf(name).from.includes(before.state)) continue;
    expect([name, await act.call(db, made, act.at ?? usualTime)]).toEqual([name, { ok: false, code: "case.wrong_state" }]);
    expect((await findCaseByReceipt(db, made.code, made.receiptKey, dayOf(act.at ?? usualTime)))?.may).not.toContain(name);
  }
  expect(await rowOf(db, made)).toEqual(before);
});

test.for(byPortal)("%s: the portal does it when the time has come, not before, and once", async ([name, act], { db }) => {
  const made = await ready(db, act);
  expect(await act.call(db, act.tooEarly)).toBe(0);
  expect(await act.call(db, act.at ?? usualTime)).toBe(1);
  expect(await act.call(db, act.at ?? usualTime)).toBe(0);
  expect((await rowOf(db, made)).state).toBe(transitionOf(name).to);
  expect(await eventsOf(db, made, name)).toMatchObject([{ actor: "portal", officialId: null }]);
});

test.for(caseStates.map((state) => [state]))("in %s the portal does by itself only what the table says", async ([state], { db }) => {
  const made = await makeCase(db, testKeys, { state: state ?? "MOI" });
  const before = await rowOf(db, made);
  for (const [name, act] of byPortal) {
    if (!transitionOf(name).from.includes(before.state)) await act.call(db, usualTime);
  }
  expect(await rowOf(db, made)).toEqual(before);
});

test("of two who do the same at the same time exactly one does it; two messages are two", { timeout: 120_000 }, async () => {
  const { db, client } = await cloneDatabase();
  for (const [name, act] of bySender) {
    const made = await ready(db, act);
    const { revision } = await rowOf(db, made);
    const answers = await Promise.all([1, 2].map(() => act.call(db, made, act.at ?? usualTime)));
    const wins = act.repeatable ? 2 : 1;
    expect([name, answers.filter(({ ok }) => ok).length]).toEqual([name, wins]);
    expect(await eventsOf(db, made, name)).toHaveLength(wins);
    expect((await rowOf(db, made)).revision).toBe(revision + wins);
  }
  await client.end();
});

test("two nodes that keep the cases at the same time do each thing once", async () => {
  const { db, client } = await cloneDatabase();
  for (const [name, act] of byPortal) {
    const made = await ready(db, act);
    const counts = await Promise.all([1, 2].map(() => act.call(db, act.at ?? usualTime)));
    expect([name, (counts[0] ?? 0) + (counts[1] ?? 0)]).toEqual([name, 1]);
    expect(await eventsOf(db, made, name)).toHaveLength(1);
  }
  await client.end();
});

test("send: twice at once with one key is one case, one receipt and one event; without a key it is refused", async () => {
  const { db, client } = await cloneDatabase();
  const sending = { draft: draftOf({}, 1), channel: "web", language: "vi", client: null } as const;
  const send = (idempotencyKey: string) => sendCase(db, testKeys, memoryFiles(), { ...sending, idempotencyKey }, usualTime);
  const answers = await Promise.all([1, 2].map(() => send(nobody)));
  expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
  expect(new Set(answers.map((answer) => answer.ok && `${answer.value.code} ${answer.value.receiptKey}`)).size).toBe(1);
  const [stored, ...more] = await db.select().from(cases);
  expect(more).toEqual([]);
  expect(stored?.state).toBe(transitionOf("send").to);
  expect(await eventsOf(db, { id: stored?.id ?? nobody }, "send")).toHaveLength(1);
  expect(await send("")).toEqual({ ok: false, code: "request.key_missing" });
  await client.end();
});
