import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, kiosks, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { createKiosk, findKioskByToken, listKiosks, renewKioskCode, revokeKiosk, setUpKiosk, submitByKiosk } from "./index.server.ts";

const now = new Date("2026-11-21T03:00:00Z");

async function desk(db: Db, modes: ("kiosk" | "open_link")[] = ["kiosk"]) {
  const unit = await makeUnit(db);
  const round = await makeRound(db, { units: [unit], modes });
  const official = await makeOfficial(db, { roles: ["one_stop"], unit });
  const draft = { name: "Quầy số 3", round: round.slug, unit: unit.slug, procedure: null };
  return { unit, round, official, draft };
}

async function setUp(db: Db) {
  const at = await desk(db);
  const made = await createKiosk(db, at.official, at.draft, now);
  if (!made.ok) throw new Error(made.code);
  const ready = await setUpKiosk(db, made.value.code, null, now);
  if (!ready.ok) throw new Error(ready.code);
  return { ...at, id: made.value.id, token: ready.value.token };
}

const answer = (round: string, more: object = {}) => ({
  round,
  sheet: { answers: { C1: 4, C2: 5 }, ...more },
  idempotencyKey: randomUUID(),
  language: "vi" as const,
});

test("a code makes one device a kiosk, once, and each step leaves its trace", async ({ db }) => {
  const { official, draft, round } = await desk(db);
  const made = await createKiosk(db, official, draft, now);
  expect(made).toMatchObject({ ok: true, value: { round: round.slug } });
  const code = made.ok ? made.value.code : "";
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await listKiosks(db, official)).toMatchObject([{ name: "Quầy số 3", state: "waiting", lastUsedOn: null }]);

  const ready = await setUpKiosk(db, code.toLowerCase().replaceAll("-", " "), null, now);
  expect(await findKioskByToken(db, ready.ok ? ready.value.token : "")).toMatchObject({ round: round.slug, procedure: null });
  expect(await setUpKiosk(db, code, null, now)).toMatchObject({ ok: false, code: "kiosk.code_unknown" });
  expect(await listKiosks(db, official)).toMatchObject([{ state: "active" }]);
  const [stored] = await db.select().from(kiosks);
  expect(JSON.stringify(stored)).not.toContain(ready.ok ? ready.value.token : "?");

  const events = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "kiosk.%")));
  expect(events.map(({ act, actor }) => [act, actor])).toEqual([
    ["kiosk.created", "official"],
    ["kiosk.set_up", "portal"],
  ]);
});

test("a code that is too old, or of no kiosk, opens nothing", async ({ db }) => {
  const { official, draft } = await desk(db);
  const made = await createKiosk(db, official, draft, now);
  const late = new Date(now.getTime() + 49 * 3_600_000);
  expect(await setUpKiosk(db, made.ok ? made.value.code : "", null, late)).toMatchObject({ ok: false, code: "kiosk.code_unknown" });
  for (const typed of ["", "0000-0000-0000", "không phải mã"]) {
    expect(await setUpKiosk(db, typed, null, now)).toMatchObject({ ok: false, code: "kiosk.code_unknown" });
  }
});

test("only the desk of the unit puts up a kiosk, and only in an open round that takes kiosks", async ({ db }) => {
  const { official, draft } = await desk(db);
  const stranger = await makeOfficial(db, { roles: ["one_stop"], unit: await makeUnit(db) });
  const code = async (by: typeof official, wish: object = {}) => {
    const outcome = await createKiosk(db, by, { ...draft, ...wish }, now);
    return outcome.ok ? "done" : outcome.code;
  };
  expect(await code(stranger)).toBe("kiosk.not_your_desk");
  expect(await code(official, { round: "khong-co" })).toBe("survey.not_found");
  expect(await code(official, { unit: "khong-co" })).toBe("survey.unit_not_in_round");
  expect(await code(official, { procedure: "khong-co" })).toBe("survey.unknown_procedure");
  const plain = await desk(db, ["open_link"]);
  expect(await createKiosk(db, plain.official, plain.draft, now)).toMatchObject({ ok: false, code: "kiosk.mode_not_open" });
});

test("what is sent from a kiosk is of its mode, unit and procedure, whatever it says; a retry stores nothing", async ({ db }) => {
  const at = await desk(db);
  const procedure = await makeProcedure(db, { unit: at.unit });
  const made = await createKiosk(db, at.official, { ...at.draft, procedure: procedure.slug }, now);
  const ready = await setUpKiosk(db, made.ok ? made.value.code : "", null, now);
  const token = ready.ok ? ready.value.token : "";
  const sent = answer(at.round.slug, { unit: "don-vi-khac", slip: "0000-0000-0000" });
  const first = await submitByKiosk(db, testKeys, token, sent, {}, now);
  const again = await submitByKiosk(db, testKeys, token, sent, {}, now);
  expect(first).toMatchObject({ ok: true, value: { repeated: false } });
  expect(again).toMatchObject({ ok: true, value: { repeated: true, receipt: first.ok ? first.value.receipt : "" } });
  expect(await db.select().from(sheets)).toMatchObject([{ mode: "kiosk", unitId: at.unit.id, procedureId: procedure.id, day: "2026-11-21" }]);
  expect(await listKiosks(db, at.official)).toMatchObject([{ lastUsedOn: "2026-11-21" }]);
});

test("a stranger's token, a kiosk of another round and one that was taken out of use are refused", async ({ db }) => {
  const { id, token, official, round } = await setUp(db);
  const other = await desk(db);
  const code = async (of: string, slug: string) => {
    const outcome = await submitByKiosk(db, testKeys, of, answer(slug), {}, now);
    return outcome.ok ? "done" : outcome.code;
  };
  expect(await code("made-up", round.slug)).toBe("kiosk.unknown");
  expect(await code(token, other.round.slug)).toBe("kiosk.other_round");
  expect(await revokeKiosk(db, official, "-".repeat(36), now)).toMatchObject({ ok: false, code: "kiosk.not_found" });
  expect(await revokeKiosk(db, other.official, id, now)).toMatchObject({ ok: false, code: "kiosk.not_found" });
  expect(await revokeKiosk(db, official, id, now)).toMatchObject({ ok: true });
  expect(await code(token, round.slug)).toBe("kiosk.unknown");
  expect(await revokeKiosk(db, official, id, now)).toMatchObject({ ok: false, code: "kiosk.revoked" });
  expect(await renewKioskCode(db, official, id, now)).toMatchObject({ ok: false, code: "kiosk.revoked" });
});

test("a new code leaves the device in use until another one takes its place", async ({ db }) => {
  const { id, token, official } = await setUp(db);
  const renewed = await renewKioskCode(db, official, id, now);
  expect(await findKioskByToken(db, token)).toBeDefined();
  const ready = await setUpKiosk(db, renewed.ok ? renewed.value.code : "", null, now);
  expect(await findKioskByToken(db, ready.ok ? ready.value.token : "")).toBeDefined();
  expect(await findKioskByToken(db, token)).toBeUndefined();
});
