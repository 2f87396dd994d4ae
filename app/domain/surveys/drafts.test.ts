import { eq } from "drizzle-orm";
import { expect, test } from "#tests/support/test.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeQuestionnaireVersion } from "#db/seed/factories/surveys.ts";
import type { Db } from "#db/schema/handle.ts";
import { auditEvents } from "#db/schema/index.ts";
import { changeDraft, discardDraft, findVersion, finishDraft, listVersions, startDraft } from "./index.server.ts";
import { prepareQuestionnaires } from "./prepare-questionnaires.server.ts";
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
  expect(await startDraft(db, by, { from: "version", code: "sipas-22", version: 1, as: "sipas-22" })).toMatchObject({
    value: { code: "sipas-22", version: 2 },
  });
  expect(await startDraft(db, by, { from: "version", code: "sipas-22", version: 1, as: "phuong" })).toMatchObject({
    value: { code: "phuong", version: 1 },
  });
  expect(whatIsMissing((await draftOf(db, "phuong", 1)).content)).toEqual([]);

  const exported: unknown = JSON.parse(JSON.stringify((await draftOf(db, "sipas-2022", 1)).content));
  expect(await startDraft(db, by, { from: "file", content: exported })).toMatchObject({ value: { code: "sipas-2022", version: 2 } });
  expect((await draftOf(db, "sipas-2022", 2)).content).toEqual({ ...(await draftOf(db, "sipas-2022", 1)).content, version: 2 });
  for (const content of [null, 7, {}, { ...(exported as object), questions: [{ kind: "tour" }] }]) {
    expect(await startDraft(db, by, { from: "file", content })).toMatchObject({ code: "questionnaire.file_wrong" });
  }
  expect((await listVersions(db)).filter(({ code }) => code === "sipas-2022").map(({ version, isDraft }) => [version, isDraft])).toEqual([
    [2, true],
    [1, false],
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
