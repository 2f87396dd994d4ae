import { eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { openLog } from "#app/platform/log.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";
import { keepClocks } from "./keep-clocks.server.ts";

test("officials are warned from seven in the morning in Việt Nam, and once a day", async ({ db }) => {
  await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z"), state: "DANG_XU_LY" });
  const at = (now: string): Portal => ({
    db,
    settings: readSettings({ NODE_ENV: "test", LOG_LEVEL: "silent" }),
    keys: testKeys,
    files: { ...memoryFiles(), read: async () => undefined },
    log: openLog("silent"),
    now: () => new Date(now),
    publicUrl: "https://langnghe.example.vn",
  });
  const mails = async () => (await db.select().from(messages).where(eq(messages.template, "deadline_digest"))).length;
  await keepClocks(at("2026-11-11T23:05:00Z"));
  expect(await mails()).toBe(0);
  for (const hour of ["00:05", "01:05", "09:05"]) await keepClocks(at(`2026-11-12T${hour}:00Z`));
  expect(await mails()).toBe(1);
});
