import { expect, test } from "#tests/support/test.ts";
import { intakeChannels } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { refuse } from "../outcome.ts";
import { listOwnContacts, publish } from "./index.server.ts";

const now = new Date("2026-11-02T02:00:00Z");

async function addHotline(db: Db, value: string | null) {
  const code = `duong-day-${value === null ? "khong-so" : "nong"}`;
  await db.insert(intakeChannels).values({ code, type: "hotline", nameVi: "Đường dây nóng", nameEn: "Hotline", value, acceptsFeedback: true });
}

const publishText = (db: Db, sensitiveText: string, personalDataAccepted = false) =>
  publish(
    db,
    "portal",
    {
      kind: "channel",
      slug: "thu",
      subjectId: "00000000-0000-4000-8000-000000000001",
      title: { vi: "Thử", en: null },
      searchText: "",
      sensitiveText,
      personalDataAccepted,
      sortDay: "2026-11-02",
      content: {
        code: "thu",
        type: "hotline",
        name: { vi: "Thử", en: null },
        value: null,
        owner: null,
        province: null,
        hours: null,
        purpose: null,
        acceptsFeedback: true,
      },
    },
    now,
  );

test("the gateway lets the authority’s own hotline through and stops a number of somebody else", async ({ db }) => {
  await addHotline(db, "(0258) 3999 001");
  await addHotline(db, null);
  expect(await listOwnContacts(db)).toContain("(0258) 3999 001");
  expect(await publishText(db, "Hãy gọi 0258.3999.001.")).toMatchObject({ ok: true });
  expect(await publishText(db, "Hãy gọi 0258.3999.002.")).toEqual(refuse("publish.personal_data"));
});

test("likely findings stop publishing as sure ones do, until an official has decided", async ({ db }) => {
  expect(await publishText(db, "Bà Trần Thị Mẫu đã nộp hồ sơ.")).toEqual(refuse("publish.personal_data"));
  expect(await publishText(db, "Bà Trần Thị Mẫu đã nộp hồ sơ.", true)).toMatchObject({ ok: true });
});
