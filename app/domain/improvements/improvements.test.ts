import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic, listPublic } from "../publishing/index.server.ts";
import { listCriteria } from "../surveys/index.server.ts";
import { listImprovements, publishImprovement, saveImprovement, withdrawImprovement } from "./index.server.ts";
import { ImprovementDraft } from "./schemas.ts";

const now = new Date("2026-11-12T03:00:00Z");

async function makeWorld(db: Db) {
  await makeQuestionnaireVersion(db);
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const other = await makeUnit(db, { parent: authority });
  const [criterion] = await listCriteria(db);
  if (!criterion) throw new Error("No criterion to write about");
  const draft = ImprovementDraft.parse({
    unit: unit.slug,
    criterion: `${criterion.questionnaire}/${criterion.code}`,
    saidVi: "Phải chờ lâu ở quầy nộp hồ sơ.",
    saidEn: "",
    didVi: "Mở thêm một quầy vào buổi sáng.",
    didEn: "",
    doneOn: "2026-11-02",
  });
  const writer = await makeOfficial(db, { roles: ["handler"], unit });
  const head = await makeOfficial(db, { roles: ["unit_head"], unit });
  const elsewhere = await makeOfficial(db, { roles: ["unit_head", "handler"], unit: other });
  return { unit, authority, draft, writer, head, elsewhere, criterion };
}

async function saved(db: Db, world: Awaited<ReturnType<typeof makeWorld>>) {
  const came = await saveImprovement(db, world.writer, world.draft, undefined, now);
  if (!came.ok) throw new Error(came.code);
  return came.value.id;
}

test("what a unit writes is public only after somebody else of it approved it", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await saved(db, world);
  expect(await listPublic(db, "improvement", {}, { limit: 5 })).toMatchObject({ items: [] });

  expect(await publishImprovement(db, world.writer, { id, revision: 1 }, now)).toMatchObject({ code: "improvement.not_yours" });
  expect(await publishImprovement(db, world.elsewhere, { id, revision: 1 }, now)).toMatchObject({ code: "improvement.not_yours" });
  expect(await publishImprovement(db, world.head, { id, revision: 1 }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "improvement", id)).toMatchObject({
    content: { did: { vi: "Mở thêm một quầy vào buổi sáng." }, unit: { slug: world.unit.slug }, criterion: { code: world.criterion.code } },
  });
  const { items } = await listPublic(db, "improvement", { authority: world.authority.slug, category: world.criterion.questionnaire }, { limit: 5 });
  expect(items).toHaveLength(1);
  expect((await db.select().from(auditEvents)).map(({ act }) => act)).toEqual(
    expect.arrayContaining(["improvement.written", "improvement.published"]),
  );
});

test("whoever wrote it last may not publish it, whatever their rights", async ({ db }) => {
  const world = await makeWorld(db);
  const both = await makeOfficial(db, { roles: ["handler", "unit_head"], unit: world.unit });
  const came = await saveImprovement(db, both, world.draft, undefined, now);
  if (!came.ok) throw new Error(came.code);
  expect(await publishImprovement(db, both, { id: came.value.id, revision: 1 }, now)).toMatchObject({ code: "improvement.own_text" });
});

test("of two who publish the same draft at once one does; an older page changes nothing", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await saved(db, world);
  expect(await saveImprovement(db, world.writer, { ...world.draft, didVi: "Mở thêm hai quầy." }, { id, revision: 1 }, now)).toMatchObject({
    ok: true,
  });
  expect(await saveImprovement(db, world.writer, world.draft, { id, revision: 1 }, now)).toMatchObject({ code: "improvement.changed_meanwhile" });
  expect(await publishImprovement(db, world.head, { id, revision: 1 }, now)).toMatchObject({ code: "improvement.changed_meanwhile" });
  expect(await publishImprovement(db, world.head, { id, revision: 2 }, now)).toMatchObject({ ok: true });
  expect(await publishImprovement(db, world.head, { id, revision: 2 }, now)).toMatchObject({ code: "improvement.changed_meanwhile" });
});

test("personal data in it blocks, and nothing is half published", async ({ db }) => {
  const world = await makeWorld(db);
  const came = await saveImprovement(db, world.writer, { ...world.draft, saidVi: "Bà Nguyễn Thị Hoa, 0905 123 456, phải chờ lâu." }, undefined, now);
  if (!came.ok) throw new Error(came.code);
  expect(await publishImprovement(db, world.head, { id: came.value.id, revision: 1 }, now)).toMatchObject({ code: "publish.personal_data" });
  expect(await listImprovements(db, world.head, now)).toMatchObject([{ state: "draft", revision: 1, mine: false }]);
});

test("it is taken back with a reason, once, by who may approve", async ({ db }) => {
  const world = await makeWorld(db);
  const id = await saved(db, world);
  await publishImprovement(db, world.head, { id, revision: 1 }, now);
  expect(await withdrawImprovement(db, world.head, { id, reason: "  " }, now)).toMatchObject({ code: "improvement.reason_missing" });
  expect(await withdrawImprovement(db, world.writer, { id, reason: "Sai" }, now)).toMatchObject({ code: "improvement.not_yours" });
  expect(await withdrawImprovement(db, world.head, { id, reason: "Sai số quầy" }, now)).toMatchObject({ ok: true });
  expect(await findPublic(db, "improvement", id)).toBeUndefined();
  expect(await withdrawImprovement(db, world.head, { id, reason: "Sai" }, now)).toMatchObject({ code: "improvement.not_public" });
});

test("only what is done, about a criterion there is, for a unit of one's own", async ({ db }) => {
  const world = await makeWorld(db);
  const tryIt = (change: Partial<typeof world.draft>) => saveImprovement(db, world.writer, { ...world.draft, ...change }, undefined, now);
  expect(await tryIt({ doneOn: "2026-11-13" })).toMatchObject({ code: "improvement.not_done_yet" });
  expect(await tryIt({ criterion: "sipas/Z9" })).toMatchObject({ code: "improvement.unknown_criterion" });
  expect(await tryIt({ unit: "khong-co" })).toMatchObject({ code: "improvement.unknown_unit" });
  expect(await saveImprovement(db, world.elsewhere, world.draft, undefined, now)).toMatchObject({ code: "improvement.not_yours" });
  expect(await listImprovements(db, world.elsewhere, now)).toEqual([]);
});
