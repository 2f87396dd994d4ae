import { eq } from "drizzle-orm";
import { caseImports, caseIdentities, cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { workbookOf } from "#tests/support/lists.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import type { Official } from "../people/official.ts";
import { changeMapping, findImport, forgetImportRows, importRows, orderImport, previewImport, startImport } from "./index.server.ts";

const now = new Date("2026-11-20T03:00:00Z");
const body = "Đèn đường trước số nhà 12 hỏng đã ba ngày, buổi tối đi lại rất nguy hiểm.";
const head = ["Mã phản ánh", "Thời gian tiếp nhận", "Nội dung phản ánh", "Địa điểm", "Họ và tên", "SĐT", "Lĩnh vực"];
const row = (number: string, rest: Partial<Record<"at" | "body" | "place" | "phone", string>> = {}) => [
  number,
  rest.at ?? "19/11/2026 08:15",
  rest.body ?? body,
  rest.place ?? "Trước số 12, đường Mẫu",
  "Nguyễn Thị Mẫu",
  rest.phone ?? "0900 000 111",
  "Giao thông, hạ tầng",
];
const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from([head, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"), "utf8");

async function start(db: Db, by: Official, content: Buffer, source = "Tổng đài 1022 (mẫu)") {
  const started = await startImport(db, testKeys, by, { source, content }, now);
  if (!started.ok) throw new Error(started.code);
  return started.value.id;
}
/** Orders the import and works off its jobs; gives the counts, or the refusal. */
async function run(db: Db, by: Official, id: string) {
  const ordered = await orderImport(db, testKeys, by, id, now);
  if (!ordered.ok) return ordered;
  while ((await importRows(db, testKeys, memoryFiles(), id, now)).fate === "more");
  const [value] = await db
    .select({ rows: caseImports.rows, made: caseImports.made, known: caseImports.known, wrong: caseImports.wrong })
    .from(caseImports)
    .where(eq(caseImports.id, id));
  return { ok: true, value };
}
const intake = (db: Db) => makeOfficial(db, { roles: ["intake"] });

test("a list of a call centre becomes cases with its numbers, its own day of receipt, and sealed senders", async ({ db }) => {
  const by = await intake(db);
  const id = await start(db, by, csv([row("PA-1"), row("PA-2", { phone: "900000112" })]));
  expect(await run(db, by, id)).toEqual({ ok: true, value: { rows: 2, made: 2, known: 0, wrong: 0 } });

  const [one, two] = await db.select().from(cases).where(eq(cases.source, "Tổng đài 1022 (mẫu)")).orderBy(cases.originalNumber);
  expect(one).toMatchObject({
    originalNumber: "PA-1",
    channel: "import_1022",
    kind: "phan_anh_hien_truong",
    field: "giao-thong-ha-tang",
    receivedOn: "2026-11-19",
    receivedAt: new Date("2026-11-19T01:15:00Z"),
    enteredById: by.id,
  });
  expect(
    (
      await db
        .select()
        .from(clocks)
        .where(eq(clocks.caseId, one?.id ?? ""))
    ).map(({ startedOn }) => startedOn),
  ).toContain("2026-11-19");
  expect(
    await db
      .select()
      .from(caseIdentities)
      .where(eq(caseIdentities.caseId, two?.id ?? "")),
  ).toHaveLength(1);
  expect(first(await db.select().from(caseImports))).toMatchObject({ state: "done", made: 2, sealedRows: null });
});

test("the same list brought in twice makes nothing twice, and says so", async ({ db }) => {
  const by = await intake(db);
  const file = csv([row("PA-1"), row("PA-2")]);
  await run(db, by, await start(db, by, file));
  const again = await start(db, await makeOfficial(db, { roles: ["one_stop"] }), file);
  expect(await findImport(db, testKeys, by, again, now)).toBeUndefined();
  const id = await start(db, by, file, "TỔNG ĐÀI 1022 (mẫu)");
  expect(await run(db, by, id)).toEqual({ ok: true, value: { rows: 2, made: 0, known: 2, wrong: 0 } });
  expect(await run(db, by, id)).toMatchObject({ ok: false, code: "import.not_found" });
  expect(await db.$count(cases)).toBe(2);
  // Another centre may count from one too.
  expect(await run(db, by, await start(db, by, file, "Tổng đài khác"))).toMatchObject({ value: { made: 2 } });
});

test("wrong rows are left out and kept to be given back, with what is wrong in each", async ({ db }) => {
  const by = await intake(db);
  const file = await workbookOf([
    ["DANH SÁCH PHẢN ÁNH THÁNG 11"],
    [],
    head,
    row("PA-1"),
    row("", { body: "Ngắn" }),
    row("PA-3", { at: "25/11/2026" }),
    row("PA-4", { at: "hôm qua" }),
    row("PA-5", { place: "" }),
    row("PA-1"),
    row("PA-6", { at: "01/02/2026" }),
  ]);
  const id = await start(db, by, file);
  const seen = await findImport(db, testKeys, by, id, now);
  if (!seen?.kept) throw new Error("The rows were not kept");
  const preview = await previewImport(db, { found: seen.found, kept: seen.kept }, now);
  expect(preview).toMatchObject({ fit: 1, known: 0, wrong: 6, missing: [], twice: [] });
  expect(preview.first.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8, 9, 10]);

  expect(await run(db, by, id)).toMatchObject({ value: { rows: 7, made: 1, wrong: 5, known: 1 } });
  const left = (await findImport(db, testKeys, by, id, now))?.kept;
  expect(left?.rows.map(({ line, problems }) => [line, problems?.map(({ target, key }) => `${target}:${key}`)])).toEqual([
    [5, ["number:required", "body:too_short"]],
    [6, ["receivedAt:received_in_future"]],
    [7, ["receivedAt:not_a_moment"]],
    [8, ["place:required"]],
    [10, ["receivedAt:received_too_long_ago"]],
  ]);
  expect(await forgetImportRows(db, new Date(now.getTime() + 25 * 3_600_000), 10)).toBe(1);
  expect((await findImport(db, testKeys, by, id, now))?.kept).toBeUndefined();
});

test("what a column means is asked, and remembered for the source's next list", async ({ db }) => {
  const by = await intake(db);
  const unit = await makeUnit(db, { nameVi: "Ban Quản lý Khu Mẫu" });
  const strange = (number: string) => Buffer.from(`Cột A;Cột B;Cột C\n${number};"${body}";ban quản lý khu mẫu\n`, "utf8");
  const id = await start(db, by, strange("A1"), "Nguồn lạ");
  expect(await run(db, by, id)).toMatchObject({ ok: false });
  await changeMapping(db, testKeys, by, id, { mapping: ["number", "body", "unit"], defaultKind: "gop_y" }, now);
  expect(await run(db, by, id)).toMatchObject({ value: { made: 1 } });
  expect(first(await db.select().from(cases))).toMatchObject({ kind: "gop_y", aboutUnitId: unit.id, receivedAt: now });
  expect(await run(db, by, await start(db, by, strange("A2"), "Nguồn lạ"))).toMatchObject({ value: { made: 1 } });
});

test.for([
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "import.not_a_list"],
  ["bytes that are no text", Buffer.from([0x41, 0x2c, 0xc3, 0x28]), "import.not_utf8"],
  ["headings alone", Buffer.from("Mã phản ánh,Nội dung\n"), "import.empty"],
  ["a broken workbook", Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(50)]), /^import\.(broken|not_a_list)$/],
  ["too many rows", Buffer.from(`Mã phản ánh,Nội dung\n${"1,2\n".repeat(2001)}`), "import.too_many_rows"],
  ["too large a file", Buffer.alloc(5 * 1024 * 1024 + 1, 65), "import.too_large"],
] as const)("%s is refused in a sentence", async ([, content, code], { db }) => {
  const refused = await startImport(db, testKeys, await intake(db), { source: "Nguồn", content }, now);
  expect(refused.ok ? "" : refused.code).toMatch(code);
  expect(await db.$count(caseImports)).toBe(0);
});

test("who may not enter cases brings in no list", async ({ db }) => {
  const by = await makeOfficial(db, { roles: ["handler"] });
  expect(await startImport(db, testKeys, by, { source: "Nguồn", content: csv([row("1")]) }, now)).toEqual({ ok: false, code: "case.not_yours" });
});

test("two who bring the same list at once make each case once", async () => {
  const { db, client } = await cloneDatabase();
  const [one, two] = [await intake(db), await intake(db)];
  const file = csv(["A", "B", "C"].map((number) => row(number)));
  const ids = [await start(db, one, file), await start(db, two, file)] as const;
  await Promise.all([run(db, one, ids[0]), run(db, two, ids[1])]);
  expect(await db.$count(cases)).toBe(3);
  const counted = await db.select({ made: caseImports.made, known: caseImports.known }).from(caseImports);
  expect(counted.reduce((sum, { made }) => sum + made, 0)).toBe(3);
  expect(counted.reduce((sum, { known }) => sum + known, 0)).toBe(3);
  await client.end();
});
