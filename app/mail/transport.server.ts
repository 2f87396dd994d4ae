import type { SendMessage } from "#app/domain/messages/index.server.ts";
import { composeMail } from "./compose.server.ts";
import { envelopeOf, type MailIdentity } from "./envelope.server.ts";
import { keepInMailbox } from "./mailbox.server.ts";
import { sendBySmtp } from "./smtp.server.ts";

export type MailSettings = MailIdentity & {
  /** smtp://… ; undefined: the mailbox folder. */
  smtpUrl: string | undefined;
  /** Folder of the mailbox. */
  mailbox: string;
};

/** Mail by SMTP where a server is named, else into the mailbox folder. */
export function openMail(settings: MailSettings): SendMessage {
  const { smtpUrl, mailbox } = settings;
  if (smtpUrl) {
    return async (message, handOver) => {
      const mail = envelopeOf(message, settings);
      return sendBySmtp(smtpUrl, mail.envelope, await composeMail(mail), handOver);
    };
  }
  return async (message, handOver) => {
    const mail = envelopeOf(message, settings);
    const raw = await composeMail(mail);
    if (await handOver()) await keepInMailbox(mailbox, message, mail, raw);
    return undefined;
  };
}
