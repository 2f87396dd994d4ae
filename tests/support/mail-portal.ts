import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { openLog } from "#app/platform/log.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { testKeys } from "./keys.ts";
import { memoryFiles } from "./memory-files.ts";

export const inbox = "phan-anh@thu.example.vn";

/** A portal for mail, with a clock that can be put on. */
export async function mailPortal(db: Db, environment: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "ln-mail-"));
  const settings = readSettings({ NODE_ENV: "test", LOG_LEVEL: "silent", DATA_DIR: folder, MAIL_INBOX: inbox, ...environment });
  const clock = { now: new Date("2026-11-20T02:00:00Z") };
  const portal: Portal = {
    db,
    settings,
    keys: testKeys,
    files: { ...memoryFiles(), read: async () => undefined },
    log: openLog("silent"),
    now: () => clock.now,
    publicUrl: "https://langnghe.example.vn",
  };
  return {
    portal,
    putOn: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    forget: () => rm(folder, { recursive: true }),
  };
}

/** Mails of a case, oldest first. */
export const mailsOf = (db: Db, caseId: string) =>
  db.select().from(messages).where(eq(messages.caseId, caseId)).orderBy(asc(messages.createdAt), asc(messages.id));

/** Lines of a mail as it travels. */
export const rawMail = (headers: Record<string, string>, body: string): Buffer =>
  Buffer.from(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\r\n")}\r\n\r\n${body.replace(/\r?\n/g, "\r\n")}`,
  );

/** What a server sends back for a mail it could not deliver (RFC 3464). */
export function bounceMail(to: string, report: { action?: string; status: string; diagnostic?: string; originalId?: string; id?: string }): Buffer {
  const { action = "failed", status, diagnostic = "", originalId = "", id = "b1@mx.example.vn" } = report;
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\nYour mail could not be delivered.\r\n`,
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.vn\r\n\r\nFinal-Recipient: rfc822; nguoi.gui@example.vn\r\nAction: ${action}\r\nStatus: ${status}\r\n${diagnostic ? `Diagnostic-Code: smtp; ${diagnostic}\r\n` : ""}`,
    `Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${originalId}\r\nSubject: x\r\n`,
  ];
  return rawMail(
    {
      "Return-Path": "<>",
      From: "Mail Delivery System <MAILER-DAEMON@mx.example.vn>",
      To: to,
      Subject: "Undelivered Mail Returned to Sender",
      "Message-ID": `<${id}>`,
      "MIME-Version": "1.0",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="=_x"',
    },
    `${parts.map((part) => `--=_x\r\n${part}`).join("\r\n")}\r\n--=_x--\r\n`,
  );
}
