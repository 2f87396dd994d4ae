import { and, count, eq, like } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, messages, sampleFrames, samplePeople, sampleStrata, sheets, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys as keys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { deliver } from "../messages/index.server.ts";
import { findSlip, sampleSlipCode, submitSheet } from "../surveys/index.server.ts";
import {
  acceptList,
  changeTargets,
  drawSample,
  exportWrongRows,
  findFrame,
  forgetLists,
  forgetPeople,
  mailPeople,
  openFrame,
  previewList,
  printAgain,
  printLetters,
  sampleProgress,
  sampleTasks,
  startList,
  writeInstead,
} from "./index.server.ts";
import { usualWish } from "./schemas.ts";

const now = new Date("2026-11-21T03:00:00Z");
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const wish = { ...usualWish, margin: 10, responseRate: 100 };

async function makeWorld(db: Db) {
  const [unit, other] = [await makeUnit(db), await makeUnit(db)];
  const procedure = await makeProcedure(db, { unit });
  const round = await makeRound(db, { units: [unit, other], authority: unit, modes: ["open_link", "sample"], closesOn: "2026-12-15" });
  const manager = await makeOfficial(db, { roles: ["survey_manager"] });
  return { unit, other, procedure, round, manager };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

/** 40 transactions of each unit: every second one with an e-mail address, all with a postal one. */
const listOf = ({ unit, other, procedure }: World) =>
  ["Mã hồ sơ,Đơn vị,Thủ tục,Họ và tên,Email,Điện thoại,Địa chỉ,Ngôn ngữ"]
    .concat(
      [unit, other].flatMap(({ slug }, of) =>
        Array.from(
          { length: 40 },
          (_, at) =>
            `HS-${of}-${at},${slug},${procedure.slug},Người ${of}${at},${at % 2 ? `nguoi${of}${at}@vi-du.vn` : ""},0912345678,Thôn ${at},${at % 10 ? "" : "English"}`,
        ),
      ),
    )
    .join("\n");

async function drawIn(db: Db, world: World, list = listOf(world), seed = "hạt giống") {
  const { round, manager } = world;
  const outcomes = [
    await startList(db, keys, manager, round.slug, Buffer.from(list), now),
    await acceptList(db, keys, manager, round.slug, now),
    await drawSample(db, keys, manager, round.slug, { wish, seed }, now),
  ];
  for (const outcome of outcomes) if (!outcome.ok) throw new Error(outcome.code);
}

const peopleOf = (db: Db) => db.select().from(samplePeople).orderBy(samplePeople.id);
const answer = (db: Db, { round }: World, slip: string, at = now) =>
  submitSheet(
    db,
    keys,
    { round: round.slug, sheet: { answers: { C1: 5, C2: 4 }, slip }, mode: "open_link", idempotencyKey: `k ${slip}`, language: "vi" },
    at,
  );

test("a list is read, its columns guessed, wrong rows named, and a dossier counts once", async ({ db }) => {
  const world = await makeWorld(db);
  const { round, manager } = world;
  const broken = [
    ",không-có,,Ai Đó,,,Thôn 1,",
    "HS-9,không có,,Ai Đó,,,Thôn 1,",
    `HS-8,${world.unit.slug},,Ai Đó,không phải thư,,,`,
    `hs-0-0,${world.unit.slug},,Ai,,,Thôn,`,
  ];
  expect(await startList(db, keys, manager, round.slug, Buffer.from([listOf(world), ...broken].join("\n")), now)).toMatchObject({ ok: true });
  const seen = await openFrame(db, keys, round.id, now);
  if (!seen) throw new Error("No list");
  expect(seen.frame.mapping).toEqual(["dossier", "unit", "procedure", "name", "email", "phone", "address", "language"]);
  const preview = await previewList(db, round, seen, now);
  expect(preview).toMatchObject({ missing: [], twice: [], taken: 80, wrong: 3, repeated: 1, byMail: 40 });
  expect(preview.first.slice(0, 3).map(({ problems }) => problems)).toEqual([
    [
      { target: "dossier", key: "required" },
      { target: "unit", key: "unknown_unit" },
    ],
    [{ target: "unit", key: "unknown_unit" }],
    [{ target: "email", key: "not_an_email" }],
  ]);
  expect(await acceptList(db, keys, manager, round.slug, now)).toEqual({ ok: true, value: { taken: 80, wrong: 3, repeated: 1, strata: 2 } });
  const [frame] = await db.select().from(sampleFrames);
  expect(frame?.sealedRows?.includes(Buffer.from("Người"))).toBe(false);

  await changeTargets(db, manager, round.slug, { mapping: seen.frame.mapping, strataKind: "unit_procedure" }, now);
  expect(await drawSample(db, keys, manager, round.slug, { wish }, now)).toEqual({ ok: false, code: "sample.not_ready" });
  await acceptList(db, keys, manager, round.slug, now);
  expect((await db.select().from(sampleStrata)).map(({ procedureId, population }) => [procedureId, population])).toEqual([
    [world.procedure.id, 40],
    [world.procedure.id, 40],
  ]);
});

test("who uploads a list, says what its columns mean or takes its wrong rows is on record, and nobody of the list", async ({ db }) => {
  const world = await makeWorld(db);
  const { round, manager } = world;
  const desk = await makeOfficial(db, { roles: ["one_stop"] });
  const list = `${listOf(world)}\nHS-8,không có,,Ai Đó,,0912345678,Thôn 1,`;
  expect(await exportWrongRows(db, keys, manager, round.slug, now)).toEqual({ ok: false, code: "sample.no_list" });
  for (let times = 0; times < 2; times += 1) await startList(db, keys, manager, round.slug, Buffer.from(list), now);
  const seen = await openFrame(db, keys, round.id, now);
  await changeTargets(db, manager, round.slug, { mapping: seen?.frame.mapping ?? [], strataKind: "unit_procedure" }, now);
  expect(await exportWrongRows(db, keys, desk, round.slug, now)).toEqual({ ok: false, code: "survey.not_yours" });
  expect(await exportWrongRows(db, keys, manager, round.slug, now)).toMatchObject({
    ok: true,
    value: { rows: [{ problems: [{ target: "unit", key: "unknown_unit" }] }] },
  });

  const events = await db
    .select({ act: auditEvents.act, officialId: auditEvents.officialId, data: auditEvents.data })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, round.id), like(auditEvents.act, "sample.%")))
    .orderBy(auditEvents.seq);
  const file = seen?.frame.fileSha256;
  const columns = "dossier, unit, procedure, name, email, phone, address, language";
  expect(events).toEqual([
    { act: "sample.list_uploaded", officialId: manager.id, data: { rows: 81, file, was: null } },
    { act: "sample.list_uploaded", officialId: manager.id, data: { rows: 81, file, was: file } },
    { act: "sample.columns_changed", officialId: manager.id, data: { columns, strata: "unit_procedure" } },
    { act: "sample.wrong_rows_exported", officialId: manager.id, data: { rows: 1, file } },
  ]);
});

test("only who manages the surveys of the authority may, and only for a round that draws", async ({ db }) => {
  const world = await makeWorld(db);
  const desk = await makeOfficial(db, { roles: ["one_stop"] });
  const list = Buffer.from(listOf(world));
  expect(await startList(db, keys, desk, world.round.slug, list, now)).toEqual({ ok: false, code: "survey.not_yours" });
  const open = await makeRound(db, { units: [world.unit], modes: ["open_link"] });
  expect(await startList(db, keys, world.manager, open.slug, list, now)).toEqual({ ok: false, code: "sample.mode_not_open" });
  expect(await startList(db, keys, world.manager, world.round.slug, list, daysLater(40))).toEqual({ ok: false, code: "survey.not_open" });
  expect(await mailPeople(db, keys, world.manager, world.round.slug, "invitation", now)).toEqual({ ok: false, code: "sample.nobody_due" });
});

test("a draw happens once, is written down with its seed, and leaves nothing of those who were not drawn", async ({ db }) => {
  const world = await makeWorld(db);
  await drawIn(db, world);
  const [frame] = await db.select().from(sampleFrames);
  expect(frame).toMatchObject({ state: "drawn", seed: "hạt giống", sealedRows: null, keyId: null, taken: 80 });
  // Slovin with N = 80 and e = 10 %: 80 / 1.8 = 44.4, so 45: 23 and 22.
  expect(
    (await sampleProgress(db, world.round.id))
      .map(({ population, planned, drawn }) => [population, planned, drawn])
      .sort((a, b) => a.join().localeCompare(b.join())),
  ).toEqual([
    [40, 22, 22],
    [40, 23, 23],
  ]);
  expect(await peopleOf(db)).toHaveLength(45);
  expect(await db.$count(slips, and(eq(slips.mode, "sample"), eq(slips.state, "issued")))).toBe(45);
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "sample.drawn"));
  expect(event?.data).toMatchObject({ seed: "hạt giống", drawn: 45, listSha256: frame?.listSha256, drawSha256: frame?.drawSha256 });
  expect(await drawSample(db, keys, world.manager, world.round.slug, { wish }, now)).toEqual({ ok: false, code: "sample.not_ready" });
  expect(await startList(db, keys, world.manager, world.round.slug, Buffer.from(listOf(world)), now)).toEqual({
    ok: false,
    code: "sample.drawn_already",
  });
});

test("the same list in another order and the same seed draw the same people", async ({ db }) => {
  // A round is drawn for once, so each draw is taken back.
  const world = await makeWorld(db);
  const drawnBy = async (list: string, seed: string) => {
    let mark: string | null | undefined;
    await db
      .transaction(async (tx) => {
        await drawIn(tx, world, list, seed);
        mark = (await findFrame(tx, world.round.id, now))?.drawSha256;
        throw new Error("taken back");
      })
      .catch(() => undefined);
    return mark;
  };
  const [head = "", ...rows] = listOf(world).split("\n");
  const mark = await drawnBy([head, ...rows].join("\n"), "5");
  expect(mark).toMatch(/^[0-9a-f]{64}$/);
  expect(await drawnBy([head, ...rows.toReversed()].join("\n"), "5")).toBe(mark);
  expect(await drawnBy([head, ...rows].join("\n"), "6")).not.toBe(mark);
});

test("a drawn person's code lets in one drawn answer, and their row keeps no day", async ({ db }) => {
  const world = await makeWorld(db);
  await drawIn(db, world);
  const [person] = await peopleOf(db);
  const code = sampleSlipCode(keys, person?.slipId ?? "");
  expect(await findSlip(db, code, "2026-11-21")).toMatchObject({ standing: "usable", procedure: null });
  expect(await answer(db, world, code)).toMatchObject({ ok: true });
  expect(await answer(db, world, code)).toMatchObject({ ok: true, value: { repeated: true } });
  expect(
    await submitSheet(
      db,
      keys,
      { round: world.round.slug, sheet: { answers: { C1: 1 }, slip: code }, mode: "open_link", idempotencyKey: "zweite", language: "vi" },
      now,
    ),
  ).toEqual({
    ok: false,
    code: "survey.slip_used",
  });
  const [slip] = await db
    .select()
    .from(slips)
    .where(eq(slips.id, person?.slipId ?? ""));
  expect(slip).toMatchObject({ state: "used", usedOn: null });
  const stored = await db.select().from(sheets).where(eq(sheets.roundId, world.round.id));
  expect(stored).toMatchObject([{ mode: "sample", unitId: person?.unitId, procedureId: null }]);
  expect((await sampleProgress(db, world.round.id)).reduce((sum, { answered }) => sum + answered, 0)).toBe(1);
});

test("invitations go by mail and by letter; reminders a week later, twice at most, and never to who used their code", async ({ db }) => {
  const world = await makeWorld(db);
  const { round, manager } = world;
  await drawIn(db, world);
  const people = await peopleOf(db);
  const [byMail, byPost] = [people.filter(({ channel }) => channel === "email"), people.filter(({ channel }) => channel === "letter")];
  const press = async (kind: "invitation" | "reminder", at: Date) => {
    const mailed = await mailPeople(db, keys, manager, round.slug, kind, at);
    const printed = await printLetters(db, keys, manager, round.slug, kind, at);
    return [mailed.ok ? mailed.value.count : mailed.code, printed.ok ? printed.value.letters.length : printed.code];
  };
  expect(await press("invitation", now)).toEqual([byMail.length, byPost.length]);
  expect(await press("invitation", now)).toEqual(["sample.nobody_due", "sample.nobody_due"]);
  expect(await press("reminder", daysLater(6))).toEqual(["sample.nobody_due", "sample.nobody_due"]);

  await answer(db, world, sampleSlipCode(keys, byMail[0]?.slipId ?? ""));
  await answer(db, world, sampleSlipCode(keys, byPost[0]?.slipId ?? ""));
  expect(await sampleTasks(db, round.id, "2026-11-28")).toMatchObject({
    email: { invitation: 0, reminder: byMail.length - 1 },
    letter: { invitation: 0, reminder: byPost.length - 1 },
    lastBatch: 1,
  });
  expect(await press("reminder", daysLater(7))).toEqual([byMail.length - 1, byPost.length - 1]);
  expect(await press("reminder", daysLater(10))).toEqual(["sample.nobody_due", "sample.nobody_due"]);
  expect(await press("reminder", daysLater(14))).toEqual([byMail.length - 1, byPost.length - 1]);
  expect(await press("reminder", daysLater(21))).toEqual(["sample.nobody_due", "sample.nobody_due"]);
  expect(await db.$count(auditEvents, eq(auditEvents.act, "sample.reminded"))).toBe(4);
  expect(
    (
      await db
        .select({ n: count() })
        .from(messages)
        .where(eq(messages.samplePersonId, byMail[0]?.id ?? ""))
    )[0]?.n,
  ).toBe(1);

  const again = await printAgain(db, keys, manager, round.slug, 1, now);
  expect(again.ok ? again.value.letters : again.code).toBe("sample.no_batch");
  const last = await printAgain(db, keys, manager, round.slug, 3, now);
  expect(last.ok && last.value.letters.every(({ kind, code }) => kind === "reminder" && /^\w{4}-\w{4}-\w{4}$/.test(code))).toBe(true);
});

test("a mail carries the code though none is stored, and one who answered meanwhile gets none", async ({ db }) => {
  const world = await makeWorld(db);
  await drawIn(db, world);
  await mailPeople(db, keys, world.manager, world.round.slug, "invitation", now);
  const [first, second] = await db.select().from(messages).orderBy(messages.id);
  const personOf = async (message: typeof first) => (await peopleOf(db)).find(({ id }) => id === message?.samplePersonId);
  expect(JSON.stringify(first?.data)).not.toMatch(/code|vi-du|Người/);

  const [reached, early] = [await personOf(first), await personOf(second)];
  let sent: unknown;
  await deliver(
    db,
    keys,
    first?.id ?? "",
    async (message, handOver) => {
      sent = message.data;
      await handOver();
      return undefined;
    },
    now,
  );
  expect(sent).toMatchObject({ code: sampleSlipCode(keys, reached?.slipId ?? ""), closesOn: "2026-12-15" });
  await answer(db, world, sampleSlipCode(keys, early?.slipId ?? ""));
  expect(await deliver(db, keys, second?.id ?? "", () => Promise.reject(new Error("It was sent")), now)).toEqual({ fate: "suppressed" });
});

test("who a mail did not reach gets a letter, or counts as not reached", async ({ db }) => {
  const world = await makeWorld(db);
  await drawIn(db, world, `${listOf(world)}\nHS-x,${world.unit.slug},,,chi-thu@vi-du.vn,,,`, "9");
  await mailPeople(db, keys, world.manager, world.round.slug, "invitation", now);
  const mails = await db.$count(messages);
  const reached = async () => (await sampleProgress(db, world.round.id)).reduce((sum, one) => sum + one.reached, 0);
  expect(await reached()).toBe(mails);
  await db.update(messages).set({ state: "bounced" });
  expect(await reached()).toBe(0);
  const waiting = (await sampleTasks(db, world.round.id, "2026-11-21")).letter.invitation;
  const instead = await writeInstead(db, keys, world.manager, world.round.slug, now);
  if (!instead.ok) throw new Error(instead.code);
  expect((await sampleTasks(db, world.round.id, "2026-11-21")).letter.invitation).toBe(waiting + instead.value.count);
  expect(await sampleTasks(db, world.round.id, "2026-11-21")).toMatchObject({ unreached: 0 });
});

test("after the term nobody who was drawn can be named, and the figures stay", async ({ db }) => {
  const world = await makeWorld(db);
  await drawIn(db, world);
  await mailPeople(db, keys, world.manager, world.round.slug, "invitation", now);
  const [person] = await peopleOf(db);
  await answer(db, world, sampleSlipCode(keys, person?.slipId ?? ""));
  const before = await sampleProgress(db, world.round.id);
  expect(await forgetPeople(db, new Date("2027-01-14T03:00:00Z"))).toBe(0);
  expect(await forgetPeople(db, new Date("2027-01-15T03:00:00Z"))).toBe(45);
  expect(await forgetPeople(db, new Date("2027-01-16T03:00:00Z"))).toBe(0);
  const told = await db.select().from(auditEvents).where(eq(auditEvents.act, "sample.people_erased"));
  expect(told).toMatchObject([{ subjectId: world.round.id, data: { count: 45 } }]);
  expect((await peopleOf(db)).every(({ sealed, slipId }) => sealed === null && slipId === null)).toBe(true);
  expect(await db.$count(messages)).toBe(0);
  expect(await sampleProgress(db, world.round.id)).toEqual(before);
});

test("a list nobody drew from goes after a week, unseen from its last day on", async ({ db }) => {
  const world = await makeWorld(db);
  await startList(db, keys, world.manager, world.round.slug, Buffer.from(listOf(world)), now);
  await acceptList(db, keys, world.manager, world.round.slug, now);
  expect(await forgetLists(db, civilDay(daysLater(7)), 10)).toBe(0);
  expect(await findFrame(db, world.round.id, daysLater(7))).toBeDefined();
  expect(await findFrame(db, world.round.id, daysLater(8))).toBeUndefined();
  expect(await forgetLists(db, civilDay(daysLater(8)), 10)).toBe(1);
  expect(await db.$count(sampleStrata)).toBe(0);
});
