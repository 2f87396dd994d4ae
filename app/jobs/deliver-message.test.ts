import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { maxAttempts } from "#app/domain/messages/index.server.ts";
import { listMailbox, readMail } from "#app/mail/mailbox.server.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { inbox, mailPortal, mailsOf } from "#tests/support/mail-portal.ts";
import { openPeer } from "#tests/support/smtp-peer.ts";
import { house } from "#tests/support/source-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { deliverMessage, mailboxFolder } from "./deliver-message.server.ts";

const draft = { contact: { email: "nguoi.gui@example.vn" } };

/** Long header lines are folded on their way. */
const unfolded = (raw: string) => raw.replace(/\r\n[ \t]+/g, " ").replace(/^([\w-]+:)\s+/gm, "$1 ");

test("a mail goes out by SMTP once, also when three workers have its job, and says what it is", async () => {
  const { db, client } = await cloneDatabase();
  const peer = await openPeer();
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft });
  const { id } = first(await mailsOf(db, made.id));
  await Promise.all([deliverMessage(portal, id), deliverMessage(portal, id), deliverMessage(portal, id)]);
  await deliverMessage(portal, id);

  expect(peer.taken).toHaveLength(1);
  const { from } = first(peer.taken);
  const raw = unfolded(first(peer.taken).raw);
  expect(raw).toMatch(/^To: nguoi\.gui@example\.vn\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  expect(raw).toContain(`Message-ID: <${id}@langnghe.example.vn>`);
  expect(raw).toMatch(/^Reply-To: phan-anh\+r\.[0-9a-v]{42}@thu\.example\.vn\r$/m);
  expect(from).toMatch(/^phan-anh\+b\.[0-9a-v]{42}@thu\.example\.vn$/);
  expect(raw).toContain("multipart/alternative");
  expect(raw).not.toMatch(/^(List-Unsubscribe|In-Reply-To|Precedence)/m);
  expect(raw).not.toContain(made.receiptKey);
  expect(first(await mailsOf(db, made.id))).toMatchObject({ state: "sent", attempts: 1, lastError: null, addressHint: "n…@e….vn" });
  await peer.close();
  await client.end();
  await forget();
});

test("mails of a case make one thread; news one may do without can be ended by one press, what is owed cannot", async ({ db }) => {
  const peer = await openPeer();
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", draft });
  const mails = await mailsOf(db, made.id);
  for (const { id } of mails) await deliverMessage(portal, id);

  const ids = mails.map(({ id }) => `<${id}@langnghe.example.vn>`);
  const headerOf = (at: number, name: string) => new RegExp(`^${name}: (.*)\\r$`, "m").exec(unfolded(peer.taken[at]?.raw ?? ""))?.[1];
  expect(peer.taken.map((_, at) => headerOf(at, "In-Reply-To"))).toEqual([undefined, ...ids.slice(0, -1)]);
  expect(headerOf(ids.length - 1, "References")).toBe(ids.slice(0, -1).join(" "));
  expect(mails.map(({ template }, at) => [template, headerOf(at, "List-Unsubscribe-Post")])).toEqual([
    ["case_received", undefined],
    ["case_accepted", undefined],
    ["case_assigned", "List-Unsubscribe=One-Click"],
    ["case_in_progress", "List-Unsubscribe=One-Click"],
  ]);
  expect(headerOf(2, "List-Unsubscribe")).toMatch(
    /^<https:\/\/langnghe\.example\.vn\/api\/mail\/unsubscribe\/[0-9a-v]{42}>, <mailto:phan-anh\+u\.[0-9a-v]{42}@thu\.example\.vn\?subject=unsubscribe>$/,
  );
  await peer.close();
  await forget();
});

test("the mail about a confidential matter has no thread, no address to answer and no case to be found with", async ({ db }) => {
  const peer = await openPeer();
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { state: "CHUYEN_MAT", draft });
  const left = await db.execute<{ id: string }>(sql`select id from messages where template = 'case_handed_over'`);
  for (const { id } of left) await deliverMessage(portal, id);
  expect(await mailsOf(db, made.id)).toEqual([]);
  expect(peer.taken).toHaveLength(1);
  expect(first(peer.taken).raw).not.toMatch(/^(Reply-To|In-Reply-To|References|List-)/m);
  expect(first(peer.taken).raw).not.toContain(made.code);
  await peer.close();
  await forget();
});

test("an address the server will never take fails for good, gets no more mail, and the reason does not repeat it", async ({ db }) => {
  const peer = await openPeer({ recipient: (address) => ({ code: 550, text: `5.1.1 <${address}> unknown` }) });
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN", draft: { contact: { email: "khong-co@example.vn" } } });
  const [one, two] = await mailsOf(db, made.id);
  await deliverMessage(portal, one?.id ?? "");
  await deliverMessage(portal, two?.id ?? "");
  const [failed, suppressed] = await mailsOf(db, made.id);
  expect(failed).toMatchObject({ state: "failed", attempts: 1, code: "550 5.1.1", reason: "no_such_address" });
  expect(failed?.lastError).not.toContain("khong-co");
  expect(suppressed).toMatchObject({ state: "suppressed", reason: "address_bounces" });
  await peer.close();
  await forget();
});

test("a server that takes our mail for spam does not cost its readers the next one", async ({ db }) => {
  const peer = await openPeer({ data: () => ({ code: 554, text: "5.7.1 looks like spam" }) });
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", draft });
  for (const { id } of await mailsOf(db, made.id)) await deliverMessage(portal, id);
  const fates = (await mailsOf(db, made.id)).map(({ state, reason }) => [state, reason]);
  expect(fates).toEqual(fates.map(() => ["failed", "refused"]));
  expect(fates.length).toBeGreaterThan(3);
  await peer.close();
  await forget();
});

test("a busy server is tried again at longer and longer pauses, for three days and no more", async ({ db }) => {
  const peer = await openPeer({ recipient: () => ({ code: 451, text: "4.3.2 come back later" }) });
  const { portal, putOn, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft });
  const { id } = first(await mailsOf(db, made.id));
  const pauses: number[] = [];
  for (let attempt = 1; attempt < maxAttempts; attempt++) {
    await deliverMessage(portal, id);
    const row = first(await mailsOf(db, made.id));
    expect(row).toMatchObject({ state: "deferred", attempts: attempt, code: "451 4.3.2" });
    const pause = ((row.nextTryAt?.getTime() ?? 0) - portal.now().getTime()) / 60_000;
    pauses.push(pause);
    // Too early: nothing happens.
    putOn(pause / 2);
    await deliverMessage(portal, id);
    expect(first(await mailsOf(db, made.id)).attempts).toBe(attempt);
    putOn(pause / 2);
  }
  await deliverMessage(portal, id);
  expect(first(await mailsOf(db, made.id))).toMatchObject({ state: "failed", reason: "too_late", attempts: maxAttempts, nextTryAt: null });
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.reduce((sum, pause) => sum + pause) / 1440).toBeCloseTo(3.1, 0);
  await peer.close();
  await forget();
});

test("while the peer is down mail waits with its next try as a job, and goes out once when it is back", async ({ db }) => {
  const gone = await openPeer();
  await gone.close();
  const { portal, putOn, forget } = await mailPortal(db, { SMTP_URL: gone.url });
  const made = await makeCase(db, testKeys, { draft });
  const { id } = first(await mailsOf(db, made.id));
  await deliverMessage(portal, id);
  const waiting = first(await mailsOf(db, made.id));
  expect(waiting).toMatchObject({ state: "deferred", reason: "server_away", code: null, nextTryAt: new Date("2026-11-20T02:01:00Z") });
  const jobs = await db.execute<{ at: Date }>(sql`select start_after as at from pgboss.job where name = 'deliver-message' order by start_after`);
  expect(jobs.map(({ at }) => new Date(at).toISOString())).toContain("2026-11-20T02:01:00.000Z");

  const back = await openPeer({ port: gone.port });
  putOn(1);
  await Promise.all([deliverMessage(portal, id), deliverMessage(portal, id)]);
  await deliverMessage(portal, id);
  expect(back.taken).toHaveLength(1);
  expect(first(await mailsOf(db, made.id))).toMatchObject({ state: "sent", attempts: 2, reason: null });
  await back.close();
  await forget();
});

test("a line that breaks after the last byte leaves the mail uncertain, and it is never sent again", async ({ db }) => {
  const peer = await openPeer({ data: () => "hang_up" });
  const { portal, putOn, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft });
  const { id } = first(await mailsOf(db, made.id));
  await deliverMessage(portal, id);
  for (const minutes of [1, 20, 1440]) {
    putOn(minutes);
    await deliverMessage(portal, id);
  }
  expect(first(await mailsOf(db, made.id))).toMatchObject({ state: "uncertain", reason: "broken_off", attempts: 1 });
  expect(peer.taken).toHaveLength(1);
  await peer.close();
  await forget();
});

/** A worker of its own, which a test may kill as a power cut would. */
const workerCode = `
  const { connect } = await import("#db/client.server.ts");
  const { testKeys } = await import("#tests/support/keys.ts");
  const { mailPortal } = await import("#tests/support/mail-portal.ts");
  const { deliverMessage } = await import("#app/jobs/deliver-message.server.ts");
  const { db } = connect(process.env.WORKER_DATABASE, 2);
  const { portal } = await mailPortal(db, { SMTP_URL: process.env.WORKER_SMTP });
  await deliverMessage(portal, process.env.WORKER_MESSAGE);
`;

test.for([
  { when: "after the server has the whole text and before it answers", at: "data", again: 0, state: "uncertain" },
  { when: "before the server gets any of the text", at: "recipient", again: 1, state: "sent" },
] as const)("a worker killed $when: the mail arrives once and never twice", { timeout: 60_000 }, async ({ at, again, state }) => {
  const { db, client, url } = await cloneDatabase();
  const killed = { done: false };
  const kill = async () => {
    if (killed.done) return undefined;
    killed.done = true;
    worker.kill("SIGKILL");
    await new Promise((resolve) => worker.once("exit", resolve));
    return undefined;
  };
  const peer = await openPeer({ [at]: kill });
  const { portal, putOn, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft });
  const { id } = first(await mailsOf(db, made.id));
  const worker = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", workerCode], {
    cwd: house,
    stdio: "ignore",
    env: { ...process.env, WORKER_DATABASE: url, WORKER_SMTP: peer.url, WORKER_MESSAGE: id },
  });
  await expect.poll(() => killed.done, { timeout: 30_000 }).toBe(true);
  await expect.poll(() => worker.signalCode, { timeout: 10_000 }).toBe("SIGKILL");
  const before = peer.taken.length;

  // The queue gives the job again at once, and later; a claim is believed for a quarter of an hour.
  await deliverMessage(portal, id);
  expect(first(await mailsOf(db, made.id)).state).toBe("sending");
  putOn(16);
  await Promise.all([deliverMessage(portal, id), deliverMessage(portal, id)]);
  await deliverMessage(portal, id);
  expect(peer.taken).toHaveLength(before + again);
  expect(peer.taken).toHaveLength(1);
  expect(first(await mailsOf(db, made.id)).state).toBe(state);
  await peer.close();
  await client.end();
  await forget();
});

test("without an SMTP server mail waits in the mailbox folder, to be read and tested", async ({ db }) => {
  const { portal, forget } = await mailPortal(db);
  const made = await makeCase(db, testKeys, { draft, language: "en" });
  const { id } = first(await mailsOf(db, made.id));
  const folder = mailboxFolder(portal);
  expect(await listMailbox(folder)).toEqual([]);
  await deliverMessage(portal, id);

  expect((await readdir(folder)).sort()).toEqual([`${id}.eml`, `${id}.json`]);
  expect(await listMailbox(folder, { to: "nguoi.gui@example.vn" })).toMatchObject([{ id, template: "case_received", language: "en" }]);
  expect(await listMailbox(folder, { to: "ai-khac@example.vn" })).toEqual([]);
  const mail = await readMail(folder, id);
  expect(mail?.text).toContain(made.code);
  expect(mail?.headers["Reply-To"]).toContain(inbox.split("@")[1]);
  expect(await readFile(join(folder, `${id}.eml`), "utf8")).toContain("Auto-Submitted: auto-generated");
  for (const wrong of ["../secret", "khong-co", ""]) expect(await readMail(folder, wrong)).toBeUndefined();
  await forget();
});
