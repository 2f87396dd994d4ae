import { eq, isNull, sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { caseMessages, cases, incomingMails, mailRecipients, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inboxAddress, listWaitingMails, makeToken, settleIncomingMail } from "#app/domain/messages/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { deliverMessage } from "#app/jobs/deliver-message.server.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { bounceMail, inbox, mailPortal, mailsOf, rawMail } from "#tests/support/mail-portal.ts";
import { openPeer } from "#tests/support/smtp-peer.ts";
import { expect, test } from "#tests/support/test.ts";
import { receiveMail } from "./receive.server.ts";

const draft = { contact: { email: "nguoi.gui@example.vn" } };
const threadAddress = (caseId: string) => inboxAddress(inbox, "thread", makeToken(testKeys, "thread", caseId));
const person = { From: "Người gửi <nguoi.gui@example.vn>", To: inbox, Subject: "Chuyện đường sá", "Message-ID": "<p1@example.vn>" };
const kinds = (db: Db) => db.select({ kind: incomingMails.kind, state: incomingMails.state }).from(incomingMails);
const jobs = async (db: Db) => [...(await db.execute(sql`select 1 from pgboss.job`))].length;

/** A case whose mails were all taken over by a peer. */
async function sentCase(db: Db, state: "MOI" | "DA_TIEP_NHAN" | "DANG_XU_LY" = "MOI") {
  const peer = await openPeer();
  const world = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { state, draft });
  for (const { id } of await mailsOf(db, made.id)) await deliverMessage(world.portal, id);
  await peer.close();
  return { ...world, made, taken: peer.taken };
}

/** A case that was just sent, and a portal that takes mail. */
async function withCase(db: Db, work: (world: { portal: Portal; made: { id: string } }) => Promise<void>) {
  const { portal, forget } = await mailPortal(db);
  await work({ portal, made: await makeCase(db, testKeys, { draft }) });
  await forget();
}

test("a returned mail changes its fate, by its return address alone, once however often it comes", async ({ db }) => {
  const { portal, made, taken, forget } = await sentCase(db, "DA_TIEP_NHAN");
  const report = bounceMail(first(taken).from.toUpperCase(), { status: "5.1.1", diagnostic: "550 5.1.1 user unknown" });
  expect(await receiveMail(portal, report)).toEqual({ kind: "bounce", again: false });
  expect(await receiveMail(portal, report)).toEqual({ kind: "bounce", again: true });

  const [one, two] = await mailsOf(db, made.id);
  expect(one).toMatchObject({ state: "bounced", code: "550 5.1.1", reason: "no_such_address", bouncedAt: portal.now() });
  expect(two).toMatchObject({ state: "sent" });
  expect(await db.select().from(mailRecipients)).toMatchObject([{ hardBounces: 1, suppressedAt: portal.now() }]);
  await forget();
});

test("a returned mail is known by the Message-ID it carries too, and a full mailbox is not the end", async ({ db }) => {
  const { portal, made, forget } = await sentCase(db);
  const { id } = first(await mailsOf(db, made.id));
  const originalId = `<${id}@langnghe.example.vn>`;
  await receiveMail(portal, bounceMail("khong-tra-loi@lang-nghe.example", { status: "5.2.2", originalId }));
  expect(first(await mailsOf(db, made.id))).toMatchObject({ state: "bounced", code: "5.2.2", reason: "mailbox_full" });
  expect(await db.select().from(mailRecipients)).toMatchObject([{ hardBounces: 1, suppressedAt: null }]);
  await forget();
});

test("a report that the server goes on trying, and a report about somebody else's mail, change nothing", async ({ db }) => {
  const { portal, made, taken, forget } = await sentCase(db);
  await receiveMail(portal, bounceMail(first(taken).from, { action: "delayed", status: "4.4.1", id: "b2@mx" }));
  await receiveMail(portal, bounceMail(inbox, { status: "5.1.1", originalId: "<khac@example.com>", id: "b3@mx" }));
  const forged = inboxAddress(inbox, "bounce", "0".repeat(42));
  await receiveMail(portal, bounceMail(forged, { status: "5.1.1", id: "b4@mx" }));
  expect((await mailsOf(db, made.id)).map(({ state }) => state)).toEqual(["sent"]);
  expect(await listWaitingMails(db, testKeys)).toEqual([]);
  await forget();
});

test("three full mailboxes in a row, and the address gets no more mail for a while", async ({ db }) => {
  const { portal, putOn, made, taken, forget } = await sentCase(db, "DANG_XU_LY");
  for (const [at, { from }] of taken.slice(0, 3).entries()) await receiveMail(portal, bounceMail(from, { status: "5.2.2", id: `f${at}@mx` }));
  const again = first((await mailsOf(db, made.id)).slice(3));
  const send = async () => {
    await db.update(messages).set({ state: "queued" }).where(eq(messages.id, again.id));
    await deliverMessage(portal, again.id);
    return (await mailsOf(db, made.id)).find(({ id }) => id === again.id)?.state;
  };
  expect(await send()).toBe("suppressed");
  putOn(91 * 1440);
  expect(await send()).not.toBe("suppressed");
  await forget();
});

test.for([
  ["a note that somebody is away", { "Auto-Submitted": "auto-replied" }],
  ["an old-fashioned one", { Precedence: "auto_reply" }],
  ["one that says it in the subject only", { Subject: "Trả lời tự động: Đã nhận phản ánh" }],
  ["mail in bulk", { Precedence: "bulk" }],
  ["mail by a list", { "List-Id": "<tin.example.vn>" }],
  ["mail without a return address", { "Return-Path": "<>" }],
  ["the mail server itself", { From: "MAILER-DAEMON@mx.example.vn" }],
  ["our own mail that came back", { "X-Loop": "langnghe.example.vn" }],
  ["a mail with one of our own Message-IDs", { "Message-ID": "<3f2b8c1e-0000-4000-8000-00000000000a@langnghe.example.vn>" }],
  ["a mail from nobody", { From: "" }],
] as const)("%s is never answered, never a case and never in a thread", async ([, headers], { db }) => {
  await withCase(db, async ({ portal, made }) => {
    const before = await jobs(db);
    for (const to of [inbox, threadAddress(made.id)]) {
      const id = `<auto-${to.length}@example.vn>`;
      const mail = rawMail({ ...person, "Message-ID": id, To: to, ...headers }, "Tôi đi vắng đến hết tuần.");
      expect((await receiveMail(portal, mail)).kind).toBe("automatic");
    }
    expect(await listWaitingMails(db, testKeys)).toEqual([]);
    expect(await db.select().from(caseMessages)).toEqual([]);
    expect(await jobs(db)).toBe(before);
  });
});

test("two programs that answer each other's mail come to rest at once", async ({ db }) => {
  const { portal, taken, forget } = await sentCase(db);
  // Our own mail, sent back to the address it asks to answer, as a careless forwarder does.
  const back = first(taken).raw.replace(/^To: .*$/m, `To: ${inbox}`);
  const before = await jobs(db);
  for (let turn = 0; turn < 3; turn++) expect((await receiveMail(portal, Buffer.from(back))).kind).toBe("automatic");
  expect(await jobs(db)).toBe(before);
  await forget();
});

test("a program that admits nothing is stopped by its own haste", async ({ db }) => {
  await withCase(db, async ({ portal }) => {
    const found = [];
    for (let n = 0; n < 25; n++) {
      const mail = rawMail({ ...person, From: `hasty-${portal.publicUrl.length}@example.vn`, "Message-ID": `<h${n}@example.vn>` }, `Xin chào ${n}`);
      found.push((await receiveMail(portal, mail)).kind);
    }
    expect(found.slice(0, 20).every((kind) => kind === "message")).toBe(true);
    expect(found.slice(20).every((kind) => kind === "automatic")).toBe(true);
    expect(await db.select({ template: messages.template }).from(messages).where(isNull(messages.caseId))).toEqual([{ template: "mail_not_taken" }]);
  });
});

test("an answer goes into the thread by the token of its case, without what it quotes, and twice is once", async ({ db }) => {
  await withCase(db, async ({ portal, made }) => {
    const text = "Tôi nộp hồ sơ ngày 2/5.\nCảm ơn.\n\nVào 9:00 ngày 20/11/2026 Lắng Nghe <x@y.vn> đã viết:\n> Xin cho biết ngày nộp\n";
    const mail = rawMail({ ...person, To: threadAddress(made.id).toUpperCase(), "Content-Type": "text/plain; charset=utf-8" }, text);
    expect(await receiveMail(portal, mail)).toEqual({ kind: "reply", again: false });
    expect(await receiveMail(portal, mail)).toEqual({ kind: "reply", again: true });
    const thread = await db.select().from(caseMessages).where(eq(caseMessages.caseId, made.id));
    expect(thread.map(({ side, body }) => [side, body])).toEqual([["sender", "Tôi nộp hồ sơ ngày 2/5.\nCảm ơn."]]);
    expect(await kinds(db)).toEqual([{ kind: "reply", state: "done" }]);
  });
});

test("an answer to a request for more counts as what was asked for", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const made = await makeCase(db, testKeys, { state: "CHO_BO_SUNG", draft });
  await receiveMail(portal, rawMail({ ...person, To: threadAddress(made.id) }, "Ma ho so 12345"));
  expect(await db.select({ state: cases.state }).from(cases).where(eq(cases.id, made.id))).toEqual([{ state: "DA_BO_SUNG" }]);
  await forget();
});

test("a wrong token, or the token of another purpose, opens no thread: the mail waits like any other", async ({ db }) => {
  await withCase(db, async ({ portal, made }) => {
    const wrong = [makeToken(testKeys, "mute", made.id), makeToken(testKeys, "bounce", made.id), "0".repeat(42)];
    for (const [at, token] of wrong.entries()) {
      const to = inboxAddress(inbox, "thread", token);
      expect((await receiveMail(portal, rawMail({ ...person, "Message-ID": `<w${at}@x>`, To: to }, "Xin chao"))).kind).toBe("message");
    }
    expect(await db.select().from(caseMessages)).toEqual([]);
  });
});

test("an answer to a case that takes nothing more is not lost: it waits for an official, sealed, with its case", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const made = await makeCase(db, testKeys, { state: "DONG", draft });
  const mail = rawMail({ ...person, To: threadAddress(made.id) }, "Cam on, nhung van chua xong");
  await receiveMail(portal, mail);
  const waiting = await listWaitingMails(db, testKeys);
  expect(waiting).toMatchObject([{ caseId: made.id, raw: mail }]);
  const stored = await db.execute<{ row: string }>(sql`select row_to_json(incoming_mails)::text as row from incoming_mails`);
  expect(first([...stored]).row).not.toMatch(/nguoi\.gui|chua xong/);
  expect(await settleIncomingMail(db, first(waiting).id, made.id)).toBe(true);
  expect(await settleIncomingMail(db, first(waiting).id, made.id)).toBe(false);
  expect(await listWaitingMails(db, testKeys)).toEqual([]);
  await forget();
});

test("an answer that comes after the matter left for the confidential procedure is kept, and leads to no case", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const made = await makeCase(db, testKeys, { state: "CHUYEN_MAT", draft });
  expect((await receiveMail(portal, rawMail({ ...person, To: threadAddress(made.id) }, "Toi xin noi them"))).kind).toBe("reply");
  expect(await listWaitingMails(db, testKeys)).toMatchObject([{ caseId: null }]);
  expect(await db.select().from(caseMessages)).toEqual([]);
  await forget();
});

test("a mail to the unsubscribe address ends the news of a case, and what is owed still comes", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", draft });
  const to = inboxAddress(inbox, "unsubscribe", makeToken(testKeys, "mute", made.id));
  expect((await receiveMail(portal, rawMail({ ...person, To: to, "Auto-Submitted": "auto-generated" }, ""))).kind).toBe("unsubscribe");
  for (const { id } of await mailsOf(db, made.id)) await deliverMessage(portal, id);
  expect((await mailsOf(db, made.id)).map(({ template, state }) => [template, state])).toEqual([
    ["case_received", "sent"],
    ["case_accepted", "sent"],
    ["case_assigned", "suppressed"],
    ["case_in_progress", "suppressed"],
  ]);
  await forget();
});
