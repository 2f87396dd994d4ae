import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { makeCase } from "#db/seed/factories/cases.ts";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { listMailbox, readMail } from "#app/mail/mailbox.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { deliverMessage, mailboxFolder } from "./deliver-message.server.ts";

async function portalWith(db: Db, environment: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "ln-mail-"));
  const settings = readSettings({ NODE_ENV: "test", LOG_LEVEL: "silent", DATA_DIR: folder, ...environment });
  const files = { ...memoryFiles(), read: async () => undefined };
  const portal: Portal = {
    db,
    settings,
    keys: testKeys,
    files,
    log: openLog("silent"),
    now: () => new Date("2026-11-20T02:00:00Z"),
    publicUrl: "https://langnghe.example.vn",
  };
  return { portal, forget: () => rm(folder, { recursive: true }) };
}

/** A real SMTP server that keeps what it takes; `say` may refuse with a code. */
async function openPeer(say: (recipient: string) => number | undefined = () => undefined) {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      const responseCode = say(address);
      callback(responseCode ? Object.assign(new Error(`${address} is not welcome`), { responseCode }) : undefined);
    },
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        taken.push(Buffer.concat(parts).toString("utf8"));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { taken, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const queued = async (db: Db, id: string) => first(await db.select().from(messages).where(eq(messages.caseId, id)));

test("a mail goes out by SMTP once, also when two workers have its job", async () => {
  const { db, client } = await cloneDatabase();
  const peer = await openPeer();
  const { portal, forget } = await portalWith(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const { id } = await queued(db, made.id);
  await Promise.all([deliverMessage(portal, id), deliverMessage(portal, id), deliverMessage(portal, id)]);
  await deliverMessage(portal, id);

  expect(peer.taken).toHaveLength(1);
  const raw = first(peer.taken);
  expect(raw).toMatch(/^To: nguoi\.gui@example\.vn\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toContain(`Message-ID: <${id}@langnghe.example.vn>`);
  expect(raw).toContain("multipart/alternative");
  expect(raw).not.toContain(made.receiptKey);
  expect(await queued(db, made.id)).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  await peer.close();
  await client.end();
  await forget();
});

test("an address the server will never take fails for good, and the reason does not repeat it", async ({ db }) => {
  const peer = await openPeer(() => 550);
  const { portal, forget } = await portalWith(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys, { draft: { contact: { email: "khong-co@example.vn" } } });
  const { id } = await queued(db, made.id);
  await deliverMessage(portal, id);
  const failed = await queued(db, made.id);
  expect(failed).toMatchObject({ state: "failed", attempts: 1, lastError: expect.stringContaining("550") });
  expect(failed.lastError).not.toContain("khong-co");
  await peer.close();
  await forget();
});

test("a server that is busy is tried again, eight times and no more", async ({ db }) => {
  const peer = await openPeer(() => 451);
  const { portal, forget } = await portalWith(db, { SMTP_URL: peer.url });
  const made = await makeCase(db, testKeys);
  const { id } = await queued(db, made.id);
  for (let attempt = 1; attempt < 8; attempt++) {
    await expect(deliverMessage(portal, id)).rejects.toThrow(id);
    expect(await queued(db, made.id)).toMatchObject({ state: "queued", attempts: attempt });
  }
  await deliverMessage(portal, id);
  expect(await queued(db, made.id)).toMatchObject({ state: "failed", attempts: 8 });
  await peer.close();
  await forget();
});

test("without an SMTP server mail waits in the mailbox folder, to be read and tested", async ({ db }) => {
  const { portal, forget } = await portalWith(db, {});
  const made = await makeCase(db, testKeys, { draft: { contact: { email: "nguoi.gui@example.vn" } }, language: "en" });
  const { id } = await queued(db, made.id);
  const folder = mailboxFolder(portal);
  expect(await listMailbox(folder)).toEqual([]);
  await deliverMessage(portal, id);

  expect((await readdir(folder)).sort()).toEqual([`${id}.eml`, `${id}.json`]);
  expect(await listMailbox(folder, { to: "nguoi.gui@example.vn" })).toMatchObject([{ id, template: "case_received", language: "en" }]);
  expect(await listMailbox(folder, { to: "ai-khac@example.vn" })).toEqual([]);
  expect((await readMail(folder, id))?.text).toContain(made.code);
  expect(await readFile(join(folder, `${id}.eml`), "utf8")).toContain("Auto-Submitted: auto-generated");
  for (const wrong of ["../secret", "khong-co", ""]) expect(await readMail(folder, wrong)).toBeUndefined();
  await forget();
});
