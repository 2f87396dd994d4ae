import { eq } from "drizzle-orm";
import { cases, clocks } from "#db/schema/index.ts";
import { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { listWork, sendCase, splitCase } from "#app/domain/feedback/index.server.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";

const now = new Date("2026-11-20T03:00:00Z");
const draft = CaseDraft.parse({
  kind: "phan_anh_hien_truong",
  subject: "Nước đọng trước cổng chợ",
  body: "Sau mỗi trận mưa nước đọng trước cổng chợ cả buổi, xe cộ rất khó đi.",
  place: "Cổng chợ Mẫu",
  consent: true,
});
let sent = 0;
const entry = (rest: { receivedAt?: Date; originalNumber?: string }) => {
  sent += 1;
  return { draft, channel: "post" as const, language: "vi" as const, idempotencyKey: `entered-${sent}`, client: null, ...rest };
};

test("a letter entered days later counts from its receipt, and keeps its number; a moment to come or long past is refused", async ({ db }) => {
  const enteredBy = await makeOfficial(db, { roles: ["intake"] });
  const send = (rest: Parameters<typeof entry>[0]) => sendCase(db, testKeys, memoryFiles(), { ...entry(rest), enteredBy }, now);
  const stored = await send({ receivedAt: new Date("2026-11-16T02:30:00Z"), originalNumber: "215/CV-ĐN" });
  if (!stored.ok) throw new Error(stored.code);

  const [made] = await db.select().from(cases).where(eq(cases.code, stored.value.code));
  expect(made).toMatchObject({ receivedOn: "2026-11-16", originalNumber: "215/CV-ĐN", source: null, createdAt: now });
  const started = await db
    .select({ startedOn: clocks.startedOn })
    .from(clocks)
    .where(eq(clocks.caseId, made?.id ?? ""));
  expect(new Set(started.map(({ startedOn }) => startedOn))).toEqual(new Set(["2026-11-16"]));

  expect(await send({ receivedAt: new Date(now.getTime() + 60_000) })).toMatchObject({ code: "case.received_in_future" });
  expect(await send({ receivedAt: new Date("2026-10-20T03:00:00Z") })).toMatchObject({ code: "case.received_too_long_ago" });
  expect((await send({ receivedAt: new Date("2026-10-21T03:00:00Z") })).ok).toBe(true);

  const found = await listWork(db, enteredBy, { q: "215/CV-ĐN" }, { today: "2026-11-20" });
  expect(found.items.map(({ code }) => code)).toEqual([stored.value.code]);
});

test("the parts of a split case keep its channel and original number", async ({ db }) => {
  const by = await makeOfficial(db, { roles: ["intake"] });
  const stored = await sendCase(db, testKeys, memoryFiles(), { ...entry({ originalNumber: "PA-77" }), source: "1022 (mẫu)", enteredBy: by }, now);
  if (!stored.ok) throw new Error(stored.code);
  const part = (subject: string) => ({ kind: "gop_y" as const, subject, body: draft.body });
  const split = await splitCase(db, testKeys, by, stored.value.code, { parts: [part("Nước đọng ở chợ"), part("Rác ở chợ")] }, now);
  expect(split.ok).toBe(true);
  const kept = await db.select({ channel: cases.channel, number: cases.originalNumber, source: cases.source }).from(cases);
  expect(kept).toEqual(Array.from({ length: 3 }, () => ({ channel: "post", number: "PA-77", source: "1022 (mẫu)" })));
});
