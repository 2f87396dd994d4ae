import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DueMessage } from "#app/domain/messages/index.server.ts";

const Mail = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  template: z.string(),
  language: z.string(),
  headers: z.record(z.string(), z.string()),
  text: z.string(),
  html: z.string(),
});
/** A mail in the mailbox folder. */
export type Mail = z.infer<typeof Mail>;

type Envelope = { from: string; subject: string; text: string; html: string; headers: Record<string, string>; messageId: string; replyTo?: string };

/** Writes a mail as it would travel (`.eml`) and what the mailbox page shows of it (`.json`). Only for worlds without SMTP. */
export async function keepInMailbox(folder: string, message: DueMessage, envelope: Envelope, raw: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { from, subject, text, html, replyTo } = envelope;
  const mail: Mail = {
    id: message.id,
    at: new Date().toISOString(),
    to: message.address,
    from,
    subject,
    template: message.template,
    language: message.language,
    headers: { ...envelope.headers, "Message-ID": envelope.messageId, ...(replyTo ? { "Reply-To": replyTo } : {}) },
    text,
    html,
  };
  await writeFile(join(folder, `${mail.id}.eml`), raw, { mode: 0o600 });
  // Readers see whole mails only.
  const made = join(folder, `${mail.id}.json`);
  await writeFile(`${made}.new`, JSON.stringify(mail), { mode: 0o600 });
  await rename(`${made}.new`, made);
}

/** Mails in the mailbox, the newest first. @param to only those to this address */
export async function listMailbox(folder: string, { limit = 100, to }: { limit?: number; to?: string | undefined } = {}): Promise<Mail[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const mails = await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => readMail(folder, name.slice(0, -5))));
  return mails
    .flatMap((mail) => (mail && (!to || mail.to === to) ? [mail] : []))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, limit);
}

/** One mail; undefined when there is none of that id. */
export async function readMail(folder: string, id: string): Promise<Mail | undefined> {
  if (!/^[\w-]{1,64}$/.test(id)) return undefined;
  const text = await readFile(join(folder, `${id}.json`), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : Mail.parse(JSON.parse(text));
}
