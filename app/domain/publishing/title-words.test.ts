import { expect, test } from "#tests/support/test.ts";
import type { Db } from "#db/schema/handle.ts";
import { publicCopies } from "#db/schema/index.ts";
import { keepTitleWords, rarestTitleWords, searchPublic } from "./index.server.ts";
import { publish } from "./publish.server.ts";
import { whatWasMeant } from "./title-words.server.ts";

const titles = ["Gia hạn giấy phép lao động", "Giấy phép xây dựng nhà ở", "Nghiệm thu công trình", "Kế hoạch cải cách", "Giấy khai sinh"];

async function publishAll(db: Db) {
  await db.delete(publicCopies);
  for (const [index, title] of titles.entries()) {
    await publish(db, "portal", {
      kind: "faq",
      slug: `hoi-${index}`,
      subjectId: crypto.randomUUID(),
      content: {
        question: { vi: title, en: null },
        answer: { vi: "Xem hướng dẫn.", en: null },
        category: { slug: "khac", name: { vi: "Khác", en: "Other" } },
        unit: null,
        audience: "both",
        procedures: [],
      },
      title: { vi: title, en: null },
      searchText: "",
      sortDay: "2026-01-01",
    });
  }
}

const found = async (db: Db, q: string) => (await searchPublic(db, q)).items.map(({ slug }) => slug);

test("a slip of the finger finds what was meant: a letter too many, missing, wrong, or two swapped", async ({ db }) => {
  await publishAll(db);
  await keepTitleWords(db);
  expect(await found(db, "nghiem thhu")).toEqual(["hoi-2"]);
  expect(await found(db, "nghem thu")).toEqual(["hoi-2"]);
  expect(await found(db, "giấy phép xay dựnk")).toEqual(["hoi-1"]);
  expect(await found(db, "cải cahch")).toEqual(["hoi-3"]);
});

test("a wrong word that is a word too finds what was meant", async ({ db }) => {
  await publishAll(db);
  expect(await found(db, "giai phep lao dong")).toEqual(["hoi-0"]);
});

test("a word like none is left out while most of the letters stay, and nothing is made up for gibberish", async ({ db }) => {
  await publishAll(db);
  expect(await found(db, "khai sinh zzq")).toEqual(["hoi-4"]);
  expect(await found(db, "khai zzqxwv")).toEqual([]);
  expect(await whatWasMeant(db, "zzqxwv")).toBeUndefined();
  expect(await whatWasMeant(db, "'; | & ! ( :*")).toBeUndefined();
});

test("words go with the last title that had them", async ({ db }) => {
  await publishAll(db);
  await db.delete(publicCopies);
  expect(await rarestTitleWords(db, "nghiem thu", 5)).toEqual(["nghiem", "thu"]);
  await keepTitleWords(db);
  expect(await rarestTitleWords(db, "nghiem thu", 5)).toEqual([]);
});

test("the rarest words come first", async ({ db }) => {
  await publishAll(db);
  await keepTitleWords(db);
  const [first] = await rarestTitleWords(db, "giay khai", 2);
  expect(first).toBe("khai");
});
