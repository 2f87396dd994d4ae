import { auditDigests } from "#db/schema/index.ts";
import { listDigests, recordEvent } from "#app/domain/audit/index.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { expect, test } from "#tests/support/test.ts";
import { storeDigestsJob } from "./store-digests.server.ts";

test("ten minutes after midnight in Vietnam the day that ended has its digest, and only that one", async ({ db }) => {
  const act = (at: string) => recordEvent(db, "portal", { act: "test", subject: "portal", subjectId: "x" }, new Date(at));
  await act("2026-11-19T03:00:00Z");
  await act("2026-11-19T17:05:00Z");
  const at = (now: string) => ({ db, log: openLog("silent"), now: () => new Date(now) });
  await storeDigestsJob(at("2026-11-19T16:59:00Z"));
  expect(await db.select().from(auditDigests)).toEqual([]);
  await storeDigestsJob(at("2026-11-19T17:10:00Z"));
  await storeDigestsJob(at("2026-11-19T17:10:30Z"));
  expect(await db.select().from(auditDigests)).toMatchObject([{ day: "2026-11-19", events: 1 }]);
  expect(await listDigests(db, "2026-11-20")).toMatchObject([{ day: "2026-11-19", events: 1 }]);
});
