import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { assignments, auditEvents, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countingQueries } from "#tests/support/counting-queries.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import {
  applyRoutingRules,
  changeRoutingDraft,
  currentRules,
  discardRoutingDraft,
  draftRules,
  replayRouting,
  simulateRouting,
  suggestByRules,
  traceRouting,
} from "./index.server.ts";
import type { RuleDraft } from "./schemas.ts";
import type { RoutingCondition } from "./vocabulary.ts";

const now = new Date("2026-11-12T03:00:00Z");
const nothing = { kinds: [], contents: [], procedures: [], fields: [], aboutUnits: [], places: [], words: [] };
const rule = (unit: string, when: Partial<Record<RoutingCondition, string[]>>, name = "Quy tắc") =>
  ({ name, unit, when: { ...nothing, ...when } }) as RuleDraft;
const coordinatorOf = (db: Db, unit?: { id: string }) => makeOfficial(db, { roles: ["coordinator"], ...(unit ? { unit } : {}) });

async function apply(db: Db, rules: RuleDraft[]) {
  const by = await coordinatorOf(db);
  for (const [revision, one] of rules.entries())
    expect(await changeRoutingDraft(db, by, { change: "add", rule: one, revision }, now)).toMatchObject({ ok: true });
  expect(await applyRoutingRules(db, by, { note: "Thử", revision: rules.length }, now)).toMatchObject({ ok: true });
  return by;
}

test("a draft changes nothing until it is applied; then it is the next version, and the draft is gone", async ({ db }) => {
  const [unit, by] = [await makeUnit(db), await coordinatorOf(db)];
  expect(await currentRules(db)).toEqual({ version: 0, rules: [] });
  expect(await changeRoutingDraft(db, by, { change: "add", rule: rule(unit.slug, { words: ["ngập"] }), revision: 0 }, now)).toMatchObject({
    ok: true,
    value: { revision: 1 },
  });
  expect((await currentRules(db)).rules).toEqual([]);
  expect(await draftRules(db)).toMatchObject({ basedOn: 0, revision: 1, savedBy: by.name });

  expect(await applyRoutingRules(db, by, { note: "  ", revision: 1 }, now)).toEqual({ ok: false, code: "routing.note_missing" });
  expect(await applyRoutingRules(db, by, { note: "Mưa lũ", revision: 1 }, now)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await currentRules(db)).toMatchObject({ version: 1, rules: [{ unit: unit.slug, active: true }] });
  expect(await draftRules(db)).toBeUndefined();
  const acts = (await db.select({ act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subjectId, "routing"))).map(({ act }) => act);
  expect(acts).toEqual(["routing.draft_changed", "routing.rules_applied"]);
});

test("who works on an old view of the draft is told so, and nothing is lost", async ({ db }) => {
  const [unit, by] = [await makeUnit(db), await coordinatorOf(db)];
  const one = rule(unit.slug, { words: ["ngập"] });
  await changeRoutingDraft(db, by, { change: "add", rule: one, revision: 0 }, now);
  for (const stale of [0, 2]) {
    expect(await changeRoutingDraft(db, by, { change: "add", rule: one, revision: stale }, now)).toEqual({
      ok: false,
      code: "routing.changed_meanwhile",
    });
    expect(await applyRoutingRules(db, by, { note: "Thử", revision: stale }, now)).toEqual({ ok: false, code: "routing.changed_meanwhile" });
    expect(await discardRoutingDraft(db, by, { revision: stale }, now)).toEqual({ ok: false, code: "routing.changed_meanwhile" });
  }
  expect((await draftRules(db))?.rules).toHaveLength(1);
  expect(await discardRoutingDraft(db, by, { revision: 1 }, now)).toMatchObject({ ok: true });
  expect(await draftRules(db)).toBeUndefined();
});

test("rules are the coordinator's, and only for the units where she is one", async ({ db }) => {
  const [own, other] = [await makeUnit(db), await makeUnit(db)];
  const coordinator = await coordinatorOf(db, own);
  const add = (unit: string, revision: number) => ({ change: "add" as const, rule: rule(unit, { words: ["ngập"] }), revision });
  expect(await changeRoutingDraft(db, coordinator, add(own.slug, 0), now)).toMatchObject({ ok: true });
  expect(await changeRoutingDraft(db, coordinator, add(other.slug, 1), now)).toEqual({ ok: false, code: "routing.not_yours" });
  expect(await changeRoutingDraft(db, coordinator, add("khong-co", 1), now)).toEqual({ ok: false, code: "routing.unknown_unit" });
  await changeRoutingDraft(db, await coordinatorOf(db), add(other.slug, 1), now);
  const theirs = (await draftRules(db))?.rules[1]?.id ?? "";
  expect(await changeRoutingDraft(db, coordinator, { change: "remove", id: theirs, revision: 2 }, now)).toEqual({
    ok: false,
    code: "routing.not_yours",
  });
  // Neither put in force, nor thrown away, nor moved past one's own by somebody who has no right for all of it.
  const mine = (await draftRules(db))?.rules[0]?.id ?? "";
  expect(await changeRoutingDraft(db, coordinator, { change: "down", id: mine, revision: 2 }, now)).toEqual({ ok: false, code: "routing.not_yours" });
  expect(await applyRoutingRules(db, coordinator, { note: "Thử", revision: 2 }, now)).toEqual({ ok: false, code: "routing.not_yours" });
  expect(await discardRoutingDraft(db, coordinator, { revision: 2 }, now)).toEqual({ ok: false, code: "routing.not_yours" });
  for (const role of ["intake", "handler", "approver", "admin", "auditor"] as const) {
    const stranger = await makeOfficial(db, { roles: [role] });
    expect(await changeRoutingDraft(db, stranger, add(own.slug, 2), now), role).toEqual({ ok: false, code: "routing.not_yours" });
    expect(await applyRoutingRules(db, stranger, { note: "Thử", revision: 2 }, now), role).toEqual({ ok: false, code: "routing.not_yours" });
    expect(await discardRoutingDraft(db, stranger, { revision: 2 }, now), role).toEqual({ ok: false, code: "routing.not_yours" });
  }
});

test("the rules in force suggest the unit of a case, and the trace says why", async ({ db }) => {
  const authority = await makeUnit(db);
  const [roads, desk] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const made = await makeCase(db, testKeys, {
    kind: "phan_anh_hien_truong",
    state: "DA_TIEP_NHAN",
    draft: { unit: desk.slug, subject: "Đường ngập sâu", place: "Đường số 5" },
  });
  expect(await suggestByRules(db, [made.id], now)).toEqual(new Map());
  const by = await apply(db, [rule(desk.slug, { kinds: ["hoi_dap"] }), rule(roads.slug, { words: ["ngap"], aboutUnits: [authority.slug] }, "Ngập")]);
  expect(await suggestByRules(db, [made.id], now)).toEqual(new Map([[made.id, { unitId: roads.id, rule: "Ngập", version: 1 }]]));

  const traced = await traceRouting(db, by, (await currentRules(db)).rules, made.code, now);
  expect(traced?.trace.map(({ outcome }) => outcome)).toEqual(["not_met", "fires"]);
  const stranger = await makeOfficial(db, { roles: ["handler"], unit: await makeUnit(db) });
  expect(await traceRouting(db, stranger, (await currentRules(db)).rules, made.code, now)).toBeUndefined();
});

test("of many cases the rules are asked once, and each gets its own unit, save one that sent it back", async ({ db }) => {
  const authority = await makeUnit(db);
  const [roads, light, desk] = [
    await makeUnit(db, { parent: authority }),
    await makeUnit(db, { parent: authority }),
    await makeUnit(db, { parent: authority }),
  ];
  await apply(db, [rule(roads.slug, { words: ["ngap"] }), rule(light.slug, { words: ["den"] }), rule(desk.slug, { kinds: ["hoi_dap"] })]);
  const make = (subject: string, kind: "hoi_dap" | "phan_anh_hien_truong" = "phan_anh_hien_truong") =>
    makeCase(db, testKeys, { kind, state: "DA_TIEP_NHAN", unit: desk, draft: { subject, body: "Xin được giải quyết sớm.", place: "Đường số 5" } });
  const made = [await make("Đường ngập sâu"), await make("Hỏng đèn đường"), await make("Hỏi về lệ phí", "hoi_dap"), await make("Việc khác")];
  const [wet, dark, asked, other] = made.map(({ id }) => id);
  await db.insert(assignments).values({
    caseId: dark ?? "",
    toUnitId: light.id,
    toUnitVersionId: light.versionId,
    role: "lead",
    assignedById: made[1]?.people.coordinator.id ?? "",
    bouncedAt: now,
  });

  const asking = async (ids: string[]) => {
    const counted = countingQueries(db);
    const suggested = await suggestByRules(counted.db, ids, now);
    return { queries: counted.count(), suggested };
  };
  const all = await asking([wet, dark, asked, other].flatMap((id) => id ?? []));
  expect(new Map([...all.suggested].map(([id, { unitId }]) => [id, unitId]))).toEqual(
    new Map([
      [wet, roads.id],
      [asked, desk.id],
    ]),
  );
  expect(all.queries).toBe((await asking([wet ?? ""])).queries);
});

test("an imagined case is routed like a real one, and leaves nothing behind", async ({ db }) => {
  const [above] = [await makeUnit(db)];
  const below = await makeUnit(db, { parent: above });
  await apply(db, [rule(above.slug, { aboutUnits: [above.slug], places: ["khu A"] })]);
  const before = await db.$count(cases);
  const imagined = { kind: "gop_y", content: null, procedure: null, field: null, aboutUnit: below.slug, place: "KHU a", text: "" };
  const { rules } = await currentRules(db);
  expect((await simulateRouting(db, rules, imagined, now)).fired?.unit).toBe(above.slug);
  expect((await simulateRouting(db, rules, { ...imagined, aboutUnit: null }, now)).fired).toBeUndefined();
  expect((await simulateRouting(db, rules, { ...imagined, aboutUnit: "khong-co" }, now)).fired).toBeUndefined();
  expect(await db.$count(cases)).toBe(before);
});

test("a replay counts where rules agree with people, and lists the cases that would go elsewhere", async ({ db }) => {
  const authority = await makeUnit(db);
  const [roads, desk] = [await makeUnit(db, { parent: authority }), await makeUnit(db, { parent: authority })];
  const by = await coordinatorOf(db);
  const make = (subject: string, day: string) =>
    makeCase(db, testKeys, {
      kind: "phan_anh_hien_truong",
      state: "DANG_XU_LY",
      unit: roads,
      receivedAt: new Date(`${day}T02:00:00Z`),
      draft: { unit: roads.slug, subject },
    });
  const flooded = await make("Đường ngập sâu quá", "2026-11-03");
  await make("Đèn đường hỏng", "2026-11-04");
  await make("Đường ngập tháng trước", "2026-09-30");
  const set = (unit: string, word: string) => [{ id: "a", active: true, ...rule(unit, { words: [word], aboutUnits: [authority.slug] }) }];
  const sets = { current: set(desk.slug, "ngập"), changed: set(roads.slug, "ngập") };

  const found = await replayRouting(db, by, sets, { from: "2026-11-01", to: "2026-11-12" }, now);
  expect(found).toMatchObject({ cases: 2, settled: 2, current: { fired: 1, agreed: 0 }, changed: { fired: 1, agreed: 1 } });
  expect(found.moved).toEqual([{ code: flooded.code, subject: "Đường ngập sâu quá", from: desk.slug, to: roads.slug, actual: roads.slug }]);

  const stranger = await makeOfficial(db, { roles: ["coordinator"], unit: await makeUnit(db) });
  expect(await replayRouting(db, stranger, sets, { from: "2026-11-01", to: "2026-11-12" }, now)).toMatchObject({ cases: 0, moved: [] });
});
