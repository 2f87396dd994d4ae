import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { expect, test } from "#tests/support/test.ts";
import { findChainHead, listEvents, recordEvent } from "./index.server.ts";

const at = (iso: string) => new Date(iso);

test("the auditor reads the trace newest first, page by page, by filters", async ({ db }) => {
  const auditor = await makeOfficial(db, { roles: ["auditor"] });
  const intake = await makeOfficial(db, { roles: ["intake"], name: "Người Nhận" });
  await recordEvent(db, "sender", { act: "case.sent", subject: "case", subjectId: "PA-1" }, at("2026-11-19T16:59:00Z"));
  await recordEvent(
    db,
    intake,
    { act: "case.accepted", subject: "case", subjectId: "PA-1", data: { to: "DA_TIEP_NHAN" } },
    at("2026-11-19T17:00:00Z"),
  );
  await recordEvent(db, "portal", { act: "round.closed", subject: "round", subjectId: "r" }, at("2026-11-20T17:00:00Z"));

  const first = await listEvents(db, auditor, {}, { limit: 2 });
  expect(first.items.map(({ act }) => act)).toEqual(["round.closed", "case.accepted"]);
  expect(first.items[1]).toMatchObject({ official: { name: "Người Nhận" }, data: { to: "DA_TIEP_NHAN" } });
  const second = await listEvents(db, auditor, {}, { limit: 2, before: first.next ?? 0 });
  expect(second).toMatchObject({ next: null, items: [{ act: "case.sent", actor: "sender", official: null }] });

  const acts = async (filter: Parameters<typeof listEvents>[2]) => (await listEvents(db, auditor, filter)).items.map(({ act }) => act);
  expect(await acts({ subject: "round" })).toEqual(["round.closed"]);
  expect(await acts({ officialId: intake.id })).toEqual(["case.accepted"]);
  expect(await acts({ act: "case.sent", subjectId: "PA-1" })).toEqual(["case.sent"]);
  expect(await acts({ from: "2026-11-20", to: "2026-11-20" })).toEqual(["case.accepted"]);
  expect(await findChainHead(db)).toMatchObject({ events: 3 });
});

test("without the right, or with one on a unit only, nothing is read", async ({ db }) => {
  await recordEvent(db, "portal", { act: "round.closed", subject: "round", subjectId: "r" });
  const intake = await makeOfficial(db, { roles: ["intake"] });
  const ofUnit = await makeOfficial(db, { roles: ["auditor"], unit: await makeUnit(db) });
  expect((await listEvents(db, intake, {})).items).toEqual([]);
  expect((await listEvents(db, ofUnit, {})).items).toEqual([]);
});

test("what is confidential is not even counted before an auditor", async ({ db }) => {
  const auditor = await makeOfficial(db, { roles: ["auditor"] });
  await recordEvent(db, "portal", { act: "confidential.received", subject: "confidential", subjectId: "x" });
  expect((await listEvents(db, auditor, {})).items).toEqual([]);
});
