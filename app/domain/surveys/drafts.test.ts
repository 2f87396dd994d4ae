import { eq } from "drizzle-orm";
import { expect, test } from "#tests/support/test.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };
import type { Db } from "#db/schema/handle.ts";
import { auditEvents } from "#db/schema/index.ts";
import { changeDraft, discardDraft, findVersion, finishDraft, listVersions, startDraft } from "./index.server.ts";
import { prepareQuestionnaires, storeQuestionnaire } from "./prepare-questionnaires.server.ts";
import { whatIsMissing } from "./what-is-missing.ts";

const manager = (db: Db) => makeOfficial(db, { roles: ["survey_manager"] });
const words = (vi: string) => ({ vi, en: `${vi} (en)` });

async function draftOf(db: Db, code: string, version: number) {
  const found = await findVersion(db, { code, version });
  if (!found) throw new Error("There is no such version");
  return found;
}

test("a questionnaire is written from nothing, told what it lacks, and finished once nothing is missing", async ({ db }) => {
  const by = await manager(db);
  const at = { code: "moi", version: 1 };
  expect(await startDraft(db, by, { from: "nothing", code: "moi" })).toMatchObject({ ok: true, value: at });
  expect(await finishDraft(db, by, { ...at, revision: 1 })).toMatchObject({ code: "questionnaire.not_complete" });

  const heading = { title: words("Tên"), intro: words("Mở"), consent: words("Đồng ý"), closing: words("Cảm ơn"), indexVariant: "pooled" as const };
  await changeDraft(db, by, { ...at, revision: 1 }, { what: "heading", heading });
  await changeDraft(db, by, { ...at, revision: 2 }, { what: "add", kind: "single", code: "Q1", part: "process" });
  await changeDraft(db, by, { ...at, revision: 3 }, { what: "add", kind: "scale5", code: "A1", part: "overall" });
  expect(whatIsMissing((await draftOf(db, "moi", 1)).content).map(({ question, key }) => [question, key])).toEqual([
    ["Q1", "no_vietnamese"],
    ["Q1", "no_english"],
    ["Q1", "too_few_options"],
    ["A1", "no_vietnamese"],
    ["A1", "no_english"],
  ]);

  const common = { required: false, part: "process" as const };
  const options = ["co", "khong"].map((code) => ({ code, label: words(code) }));
  await changeDraft(
    db,
    by,
    { ...at, revision: 4 },
    { what: "question", code: "Q1", question: { ...common, code: "Q1", kind: "single", text: words("Hỏi"), options } },
  );
  const rated = {
    ...common,
    part: "overall" as const,
    code: "A1",
    kind: "scale5" as const,
    text: words("Chung"),
    showIf: { question: "Q1", in: ["co"] },
  };
  await changeDraft(db, by, { ...at, revision: 5 }, { what: "question", code: "A1", question: rated });
  await changeDraft(db, by, { ...at, revision: 6 }, { what: "move", code: "A1", by: -1 });
  expect(whatIsMissing((await draftOf(db, "moi", 1)).content)).toEqual([{ key: "unknown_condition", question: "A1", field: "" }]);
  await changeDraft(db, by, { ...at, revision: 7 }, { what: "move", code: "A1", by: 1 });

  expect(await finishDraft(db, by, { ...at, revision: 8 })).toMatchObject({ ok: true });
  expect(await draftOf(db, "moi", 1)).toMatchObject({ isDraft: false, content: { questions: [{ code: "Q1" }, { code: "A1" }] } });
  expect(await changeDraft(db, by, { ...at, revision: 8 }, { what: "remove", code: "Q1" })).toMatchObject({ code: "questionnaire.not_found" });
  const events = await db.select().from(auditEvents).where(eq(auditEvents.subject, "questionnaire")).orderBy(auditEvents.seq);
  expect(events.map(({ act }) => act)).toEqual([
    "questionnaire.started",
    ...Array.from({ length: 7 }, () => "questionnaire.changed"),
    "questionnaire.finished",
  ]);
});

test("of two who change the same draft, the second is told and nothing of the first is lost", async ({ db }) => {
  const [one, two] = [await manager(db), await manager(db)];
  const at = { code: "chung", version: 1, revision: 1 };
  await startDraft(db, one, { from: "nothing", code: "chung" });
  expect(await changeDraft(db, one, at, { what: "add", kind: "yesno", code: "Q1", part: "views" })).toMatchObject({ ok: true });
  const told = { code: "questionnaire.changed_meanwhile" };
  expect(await changeDraft(db, two, at, { what: "remove", code: "Q1" })).toMatchObject(told);
  expect(await finishDraft(db, two, at)).toMatchObject(told);
  expect(await discardDraft(db, two, at)).toMatchObject(told);
  expect((await draftOf(db, "chung", 1)).content.questions.map(({ code }) => code)).toEqual(["Q1"]);
});

test("a new version begins as a copy of any other, keeps its code or takes another, and what was exported can be imported", async ({ db }) => {
  const by = await manager(db);
  await prepareQuestionnaires(db);
  expect(await startDraft(db, by, { from: "version", code: "sipas-22", version: 2, as: "sipas-22" })).toMatchObject({
    value: { code: "sipas-22", version: 3 },
  });
  expect(await startDraft(db, by, { from: "version", code: "sipas-22", version: 2, as: "phuong" })).toMatchObject({
    value: { code: "phuong", version: 1 },
  });
  expect(whatIsMissing((await draftOf(db, "phuong", 1)).content)).toEqual([]);

  const exported: unknown = JSON.parse(JSON.stringify((await draftOf(db, "sipas-2022", 2)).content));
  expect(await startDraft(db, by, { from: "file", content: exported })).toMatchObject({ value: { code: "sipas-2022", version: 3 } });
  expect((await draftOf(db, "sipas-2022", 3)).content).toEqual({ ...(await draftOf(db, "sipas-2022", 2)).content, version: 3 });
  for (const content of [null, 7, {}, { ...(exported as object), questions: [{ kind: "tour" }] }]) {
    expect(await startDraft(db, by, { from: "file", content })).toMatchObject({ code: "questionnaire.file_wrong" });
  }
  expect((await listVersions(db)).filter(({ code }) => code === "sipas-2022").map(({ version, isDraft }) => [version, isDraft])).toEqual([
    [3, true],
    [2, false],
  ]);
});

test("only who manages surveys writes questionnaires; a discarded draft leaves its versions", async ({ db }) => {
  const handler = await makeOfficial(db, { roles: ["handler"] });
  const { code } = await makeQuestionnaireVersion(db);
  expect(await startDraft(db, handler, { from: "version", code, version: 1, as: code })).toMatchObject({ code: "questionnaire.not_yours" });
  const by = await manager(db);
  await startDraft(db, by, { from: "version", code, version: 1, as: code });
  expect(await discardDraft(db, by, { code, version: 2, revision: 1 })).toMatchObject({ ok: true });
  expect(await findVersion(db, { code, version: 2 })).toBeUndefined();
  expect(await draftOf(db, code, 1)).toMatchObject({ isDraft: false });
});

test("a questionnaire is written by its own unit; what the portal comes with only by who manages surveys everywhere", async ({ db }) => {
  await prepareQuestionnaires(db);
  const shipped = { from: "version", code: sipas.code, version: sipas.version } as const;
  const [here, there] = [await makeUnit(db), await makeUnit(db)];
  const own = await makeOfficial(db, { roles: ["survey_manager"], unit: here });
  const below = await makeOfficial(db, { roles: ["survey_manager"], unit: await makeUnit(db, { parent: here }) });
  const other = await makeOfficial(db, { roles: ["survey_manager"], unit: there });
  const everywhere = await manager(db);
  const ofOthers = { ok: false, code: "questionnaire.of_others" };
  const at = { code: "cua-toi", version: 1, revision: 1 };
  expect(await startDraft(db, own, { from: "nothing", code: at.code })).toMatchObject({ ok: true });
  for (const stranger of [other, below]) {
    expect(await startDraft(db, stranger, { from: "nothing", code: at.code })).toEqual(ofOthers);
    expect(await changeDraft(db, stranger, at, { what: "add", kind: "yesno", code: "Q1", part: "views" })).toEqual(ofOthers);
    expect(await finishDraft(db, stranger, at)).toEqual(ofOthers);
    expect(await discardDraft(db, stranger, at)).toEqual(ofOthers);
  }
  expect(await changeDraft(db, everywhere, at, { what: "add", kind: "yesno", code: "Q1", part: "views" })).toMatchObject({ ok: true });

  expect(await startDraft(db, own, { ...shipped, as: sipas.code })).toEqual(ofOthers);
  expect(await startDraft(db, own, { from: "file", content: sipas })).toEqual(ofOthers);
  expect(await startDraft(db, own, { ...shipped, as: "sipas-cua-toi" })).toMatchObject({ ok: true });
  expect(await startDraft(db, everywhere, { ...shipped, as: sipas.code })).toMatchObject({ ok: true });
  const next = { code: sipas.code, version: sipas.version + 1, revision: 1 };
  expect(await changeDraft(db, own, next, { what: "move", code: "A1", by: 1 })).toEqual(ofOthers);

  expect(await discardDraft(db, own, { ...at, revision: 2 })).toMatchObject({ ok: true });
  expect(await startDraft(db, other, { from: "nothing", code: at.code })).toMatchObject({ ok: true });
  expect(await startDraft(db, own, { from: "nothing", code: at.code })).toEqual(ofOthers);
});

test("a version the portal comes with is never passed over: where its number is taken, it gets the next one, once", async ({ db }) => {
  const by = await manager(db);
  const first = { ...sipas, code: "kem-cong", version: 1 };
  await storeQuestionnaire(db, first);
  const again = { from: "version", code: first.code, version: 1, as: first.code } as const;
  await startDraft(db, by, again);
  expect(await finishDraft(db, by, { code: first.code, version: 2, revision: 1 })).toMatchObject({ value: { version: 2 } });
  await startDraft(db, by, again);

  const shipped = { ...first, version: 2, title: words("Bản mới đi kèm cổng") };
  const id = await storeQuestionnaire(db, shipped);
  expect(await storeQuestionnaire(db, shipped)).toBe(id);
  expect((await draftOf(db, first.code, 4)).content).toEqual({ ...(await draftOf(db, first.code, 1)).content, version: 4, title: shipped.title });
  expect((await draftOf(db, first.code, 2)).content.title).toEqual(first.title);
  expect(await finishDraft(db, by, { code: first.code, version: 3, revision: 1 })).toMatchObject({ value: { version: 3 } });
  expect((await listVersions(db)).filter(({ code }) => code === first.code).map(({ version, isDraft }) => [version, isDraft])).toEqual([
    [4, false],
    [3, false],
    [2, false],
    [1, false],
  ]);
});
