import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { attachments, caseIdentities, caseMessages, cases, incomingMails, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { receiveMail } from "#app/mail/receive.server.ts";
import { inboxAddress, makeToken } from "../messages/index.server.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { inbox, mailPortal, rawMail } from "#tests/support/mail-portal.ts";
import { house } from "#tests/support/source-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";

const fixture = `${house}tests/support/mails/broken-drain.eml`;
const utf8 = { "Content-Type": "text/plain; charset=utf-8" };
const person = { From: "Người gửi <nguoi.gui@example.vn>", To: inbox, Subject: "Đèn đường hỏng", "Message-ID": "<d1@example.vn>", ...utf8 };
const body = "Đèn đường trước số 12, đường Mẫu hỏng đã ba ngày, buổi tối rất nguy hiểm.";
/** Mails in the order they were written, also those of one moment. */
const sent = (db: Db) =>
  db
    .select({ template: messages.template, data: messages.data, language: messages.language })
    .from(messages)
    .orderBy(messages.createdAt, sql`ctid`);

test("a mail becomes a case: cleaned subject, own words, photos, sealed sender, and a receipt without a key", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const raw = await readFile(fixture);
  expect(await receiveMail(portal, raw)).toEqual({ kind: "message", again: false });
  expect(await receiveMail(portal, raw)).toEqual({ kind: "message", again: true });

  const [made, ...others] = await db.select().from(cases);
  expect(others).toEqual([]);
  expect(made).toMatchObject({ subject: "Nắp cống vỡ trước trường học", kind: "phan_anh_kien_nghi", channel: "email", language: "vi", state: "MOI" });
  expect(made?.body).toMatch(/^Kính gửi cơ quan,[\s\S]+Hứa Thị Mẫu$/);
  expect(await db.select({ mime: attachments.mime }).from(attachments)).toEqual([{ mime: "image/webp" }]);
  expect(first(await db.select().from(caseIdentities)).contactHash).not.toBeNull();
  expect(await sent(db)).toMatchObject([{ template: "case_received_by_mail", data: { code: made?.code, leftOut: 1 } }]);
  expect(await db.select({ state: incomingMails.state, caseId: incomingMails.caseId, kept: incomingMails.sealedMail }).from(incomingMails)).toEqual([
    { state: "done", caseId: made?.id, kept: null },
  ]);

  const to = inboxAddress(inbox, "thread", makeToken(testKeys, "thread", made?.id ?? ""));
  await receiveMail(portal, rawMail({ ...person, To: to, "Message-ID": "<d2@example.vn>" }, "Hôm nay vẫn chưa ai sửa."));
  expect(await db.select({ body: caseMessages.body }).from(caseMessages)).toEqual([{ body: "Hôm nay vẫn chưa ai sửa." }]);
  await forget();
});

test("who asks gets a question’s case; a mail in English gets English mails; a bare subject is taken from the text", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  await receiveMail(portal, rawMail({ ...person, Subject: "Re:" }, `Xin hỏi thủ tục cấp giấy phép xây dựng gồm những giấy tờ gì. ${body}`));
  await receiveMail(
    portal,
    rawMail({ ...person, Subject: "Street light", "Message-ID": "<d3@x>" }, "The street light at the gate has been broken for three days."),
  );
  expect(await db.select({ kind: cases.kind, language: cases.language, subject: cases.subject }).from(cases).orderBy(cases.language)).toEqual([
    { kind: "phan_anh_kien_nghi", language: "en", subject: "Street light" },
    { kind: "hoi_dap", language: "vi", subject: "Xin hỏi thủ tục cấp giấy phép xây dựng gồm những giấy tờ gì." },
  ]);
  await forget();
});

test("a mail that cannot be a case is answered once a day by what must be different, and no more", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  await receiveMail(portal, rawMail(person, "Alo?"));
  await receiveMail(portal, rawMail({ ...person, "Message-ID": "<d4@x>" }, "A lô?"));
  await receiveMail(portal, rawMail({ ...person, From: "dai@example.vn", "Message-ID": "<d5@x>" }, "Rất dài dòng. ".repeat(500)));
  expect(await db.$count(cases)).toBe(0);
  expect(await sent(db)).toMatchObject([
    { template: "mail_not_taken", data: { why: "too_short" } },
    { template: "mail_not_taken", data: { why: "too_long" } },
  ]);
  await forget();
});

test("one address sends five cases a day by mail", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  for (let n = 0; n < 6; n++) await receiveMail(portal, rawMail({ ...person, "Message-ID": `<n${n}@x>` }, `${body} Lần ${n}.`));
  expect(await db.$count(cases)).toBe(5);
  expect((await sent(db)).at(-1)).toMatchObject({ template: "mail_not_taken", data: { why: "too_many" } });
  await forget();
});

test("the mail server’s pipe makes a case of a mail", async () => {
  const { db, client, url } = await cloneDatabase(2);
  const folder = await mkdtemp(join(tmpdir(), "ln-pipe-"));
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "development" as const,
    DATABASE_URL: url,
    DATA_DIR: folder,
    SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
  };
  const ran = spawnSync(process.execPath, ["app/commands/receive-mail.mjs"], { cwd: house, env, input: await readFile(fixture), encoding: "utf8" });
  expect(ran.stdout, ran.stderr).toContain("taken: message");
  expect(await db.select({ channel: cases.channel }).from(cases).where(eq(cases.subject, "Nắp cống vỡ trước trường học"))).toEqual([
    { channel: "email" },
  ]);
  await client.end();
  await rm(folder, { recursive: true });
}, 60_000);
