import { eq } from "drizzle-orm";
import { articles, auditEvents, categories } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { expect, test } from "#tests/support/test.ts";
import type { Official } from "../people/official.ts";
import { findPublic } from "../publishing/index.server.ts";
import {
  approveArticle,
  countWaitingArticles,
  editArticle,
  findArticle,
  listArticles,
  publishDueArticles,
  releaseArticle,
  returnArticle,
  submitArticle,
  withdrawArticle,
  writeArticle,
} from "./index.server.ts";
import { ArticleDraft } from "./schemas.ts";

const now = new Date("2026-11-20T02:00:00Z");

const draftOf = (wish: Partial<Record<keyof ArticleDraft, string>> = {}) =>
  ArticleDraft.parse({
    titleVi: "Một cửa làm thêm sáng thứ Bảy",
    summaryVi: "Từ tháng 12, quầy mở thêm buổi sáng thứ Bảy.",
    bodyVi: "Quầy mở từ **7 giờ 30**.",
    categorySlug: "mot-cua",
    audience: "citizens-businesses",
    ...wish,
  });

async function desk(db: Db) {
  await db.insert(categories).values({ slug: "mot-cua", nameVi: "Một cửa", nameEn: "One-stop" }).onConflictDoNothing();
  const author = await makeOfficial(db, { roles: ["editor"] });
  const approver = await makeOfficial(db, { roles: ["approver"] });
  const made = await writeArticle(db, author, draftOf(), now);
  if (!made.ok) throw new Error(made.code);
  return { author, approver, id: made.value.id };
}

async function approved(db: Db, publishOn = "") {
  const people = await desk(db);
  const { author, approver, id } = people;
  if (publishOn) await editArticle(db, author, id, draftOf({ publishOn }), 1, now);
  const [row] = await db.select().from(articles).where(eq(articles.id, id));
  const submitted = await submitArticle(db, author, id, row?.revision ?? 0, now);
  if (!submitted.ok) throw new Error(submitted.code);
  const done = await approveArticle(db, approver, id, submitted.value.revision, now);
  if (!done.ok) throw new Error(done.code);
  return { ...people, revision: done.value.revision };
}

test("an article goes from draft to the public through four eyes and the gateway", async ({ db }) => {
  const { author, id, revision } = await approved(db);
  expect(await releaseArticle(db, author, id, revision, now)).toMatchObject({ ok: true, value: { state: "published" } });
  const copy = await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay");
  expect(copy).toMatchObject({ version: 1, sortDay: "2026-11-20", content: { title: { vi: "Một cửa làm thêm sáng thứ Bảy", en: null } } });
  const acts = await db.select({ act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subject, "article"));
  expect(acts.map(({ act }) => act)).toEqual(["article.written", "article.submitted", "article.approved", "article.published"]);
});

test("nobody approves a text that he had a hand in, whoever saved it last", async ({ db }) => {
  const { author, approver, id } = await desk(db);
  const colleague = await makeOfficial(db, { roles: ["editor"] });
  expect(await approveArticle(db, author, id, 1, now)).toMatchObject({ code: "article.own_text" });
  await editArticle(db, colleague, id, draftOf({ bodyVi: "Quầy mở từ 8 giờ." }), 1, now);
  await submitArticle(db, author, id, 2, now);
  expect(await approveArticle(db, colleague, id, 3, now)).toMatchObject({ code: "article.own_text" });
  expect(await approveArticle(db, author, id, 3, now)).toMatchObject({ code: "article.own_text" });
  expect(await approveArticle(db, approver, id, 3, now)).toMatchObject({ ok: true });
});

test("a draft is never public, whoever presses", async ({ db }) => {
  const { author, approver, id } = await desk(db);
  expect(await releaseArticle(db, author, id, 1, now)).toMatchObject({ code: "article.changed_meanwhile" });
  expect(await approveArticle(db, approver, id, 1, now)).toMatchObject({ code: "article.changed_meanwhile" });
  expect(await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay")).toBeUndefined();
});

test("a changed text has to be approved again; until then the public keeps the approved one", async ({ db }) => {
  const { author, id, revision } = await approved(db);
  await releaseArticle(db, author, id, revision, now);
  expect(await editArticle(db, author, id, draftOf({ bodyVi: "Nội dung chưa ai duyệt." }), revision + 1, now)).toMatchObject({ ok: true });
  expect(await releaseArticle(db, author, id, revision + 2, now)).toMatchObject({ code: "article.changed_meanwhile" });
  expect((await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay"))?.content.body.vi).toBe("Quầy mở từ **7 giờ 30**.");
  expect(await findArticle(db, author, id)).toMatchObject({ state: "draft", publicVersion: 1, mayDo: ["edit", "submit", "withdraw"] });
});

test("two editors cannot both save", async ({ db }) => {
  const { author, id } = await desk(db);
  expect(await editArticle(db, author, id, draftOf({ bodyVi: "Bản của người thứ nhất." }), 1, now)).toMatchObject({ ok: true });
  expect(await editArticle(db, author, id, draftOf({ bodyVi: "Bản của người thứ hai." }), 1, now)).toMatchObject({
    code: "article.changed_meanwhile",
  });
  const [row] = await db.select().from(articles).where(eq(articles.id, id));
  expect(row?.bodyVi).toBe("Bản của người thứ nhất.");
});

test("what is scheduled appears on its day, not before", async ({ db }) => {
  const { author, id, revision } = await approved(db, "2026-11-25");
  expect(await releaseArticle(db, author, id, revision, now)).toMatchObject({ value: { state: "scheduled" } });
  expect(await publishDueArticles(db, new Date("2026-11-24T16:59:00Z"))).toBe(0);
  expect(await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay")).toBeUndefined();
  expect(await publishDueArticles(db, new Date("2026-11-24T17:00:00Z"))).toBe(1);
  expect(await publishDueArticles(db, new Date("2026-11-24T18:00:00Z"))).toBe(0);
  expect(await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay")).toMatchObject({ sortDay: "2026-11-25" });
});

test("a withdrawn article is gone for the public, with its reason", async ({ db }) => {
  const { author, id, revision } = await approved(db);
  await releaseArticle(db, author, id, revision, now);
  expect(await withdrawArticle(db, author, id, { reason: " ", revision: revision + 1 }, now)).toMatchObject({ code: "article.reason_missing" });
  expect(await withdrawArticle(db, author, id, { reason: "Nhầm giờ mở cửa", revision: revision + 1 }, now)).toMatchObject({
    value: { state: "withdrawn" },
  });
  expect(await findPublic(db, "news", "mot-cua-lam-them-sang-thu-bay")).toBeUndefined();
});

test("a handler writes for the own unit and neither approves nor publishes", async ({ db }) => {
  const [mine, other] = [await makeUnit(db), await makeUnit(db)];
  const { author } = await desk(db);
  const handler = await makeOfficial(db, { roles: ["handler"], unit: mine });
  expect(await writeArticle(db, handler, draftOf({ unitId: other.id }), now)).toMatchObject({ code: "article.not_yours" });
  expect(await writeArticle(db, handler, draftOf(), now)).toMatchObject({ code: "article.not_yours" });
  const made = await writeArticle(db, handler, draftOf({ unitId: mine.id }), now);
  if (!made.ok) throw new Error(made.code);
  await submitArticle(db, handler, made.value.id, 1, now);
  expect(await returnArticle(db, handler, made.value.id, 2, now)).toMatchObject({ code: "article.not_yours" });
  expect(await releaseArticle(db, handler, made.value.id, 2, now)).toMatchObject({ code: "article.not_yours" });
  expect((await listArticles(db, handler, {})).items.map(({ id }) => id)).toEqual([made.value.id]);
  expect((await listArticles(db, author, {})).items).toHaveLength(2);
});

test("what waits for an official is what he may approve or publish, and its count is its length", async ({ db }) => {
  const { author, approver, id } = await desk(db);
  const waiting = async (by: Official) => {
    const { items } = await listArticles(db, by, { waiting: true });
    expect(await countWaitingArticles(db, by)).toBe(items.length);
    return items.map((one) => one.id);
  };
  expect(await waiting(approver)).toEqual([]);
  await submitArticle(db, author, id, 1, now);
  expect(await waiting(author)).toEqual([]);
  expect(await waiting(approver)).toEqual([id]);
  await approveArticle(db, approver, id, 2, now);
  expect(await waiting(approver)).toEqual([]);
  expect(await waiting(author)).toEqual([id]);
});

test("those without an editorial role see no article", async ({ db }) => {
  const { id } = await desk(db);
  const intake = await makeOfficial(db, { roles: ["intake"] });
  expect(await findArticle(db, intake, id)).toBeUndefined();
  expect((await listArticles(db, intake, {})).items).toEqual([]);
});

test("two articles of one title get two addresses; unknown references are refused", async ({ db }) => {
  const { author } = await desk(db);
  await writeArticle(db, author, draftOf(), now);
  const slugs = (await listArticles(db, author, {})).items.map(({ slug }) => slug);
  expect(slugs.sort()).toEqual(["mot-cua-lam-them-sang-thu-bay", "mot-cua-lam-them-sang-thu-bay-2"]);
  expect(await writeArticle(db, author, draftOf({ categorySlug: "khong-co" }), now)).toMatchObject({ code: "article.unknown_category" });
  expect(await writeArticle(db, author, draftOf({ procedureCodes: "9.999999" }), now)).toMatchObject({
    code: "article.unknown_procedure",
    details: { codes: "9.999999" },
  });
});

test("a long list turns page by page without losing any", async ({ db }) => {
  const { author } = await desk(db);
  for (let made = 0; made < 6; made++) await writeArticle(db, author, draftOf(), now);
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listArticles(db, author, {}, { limit: 3, after });
    seen.push(...page.items.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(new Set(seen).size).toBe(7);
});
