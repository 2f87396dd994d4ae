import nodemailer from "nodemailer";
import type { DeliveryFailure, DueMessage } from "#app/domain/messages/index.server.ts";
import { keepInMailbox } from "./mailbox.server.ts";
import { renderMail } from "./render-mail.ts";

/** Sends one message; undefined when the next server, or the mailbox folder, has it. */
export type SendMail = (message: DueMessage) => Promise<DeliveryFailure | undefined>;

export type MailSettings = {
  /** smtp://… ; undefined: the mailbox folder. */
  smtpUrl: string | undefined;
  from: string;
  publicUrl: string;
  /** Folder of the mailbox. */
  mailbox: string;
};

/** What every mail of ours carries: who it is from, that no person wrote it (RFC 3834), and that no answer is read. */
export function envelopeOf(message: DueMessage, { from, publicUrl }: Pick<MailSettings, "from" | "publicUrl">) {
  return {
    from,
    to: message.address,
    messageId: `<${message.id}@${new URL(publicUrl).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": message.language },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...renderMail(message, publicUrl),
  };
}

/** Mail by SMTP where a server is named, else into the mailbox folder. */
export function openMail(settings: MailSettings): SendMail {
  if (!settings.smtpUrl) return (message) => keepInMailbox(settings.mailbox, message, envelopeOf(message, settings));

  const transport = nodemailer.createTransport({ url: settings.smtpUrl, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 });
  return async (message) => {
    try {
      await transport.sendMail(envelopeOf(message, settings));
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** The server's word for what went wrong. It may repeat the address: that is taken out, for the log and the table. */
function failureOf(error: unknown): DeliveryFailure {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const reason = `${responseCode ?? code ?? ""} ${message ?? ""}`.replace(/\S+@\S+/g, "…").trim();
  return { permanent: responseCode !== undefined && responseCode >= 500, reason: reason || "unknown" };
}
