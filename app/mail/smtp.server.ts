import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type DeliveryFailure, reasonOf } from "#app/domain/messages/index.server.ts";

/** Milliseconds. Together far less than a claim lasts, so that no other worker takes over a living one's mail. */
const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
const longestTalk = 5 * 60_000;

type SmtpError = Error & {
  responseCode?: number | undefined;
  response?: string | undefined;
  command?: string | undefined;
  code?: string | undefined;
};

/**
 * One mail to the next server. `handOver` is asked when the server has taken the envelope and said that it is ready for
 * the text (354), before a byte of it is sent. What breaks after the last byte went out is `broken_off`: the server may
 * have taken the mail without our hearing of it (RFC 1047).
 */
export async function sendBySmtp(
  url: string,
  envelope: { from: string; to: string[] },
  raw: Buffer,
  handOver: () => Promise<boolean>,
): Promise<DeliveryFailure | undefined> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({ ...options, ...waits });
  /** Nothing of the text, some of it, or all. */
  const told = { all: false };
  const text = Readable.from(
    (async function* () {
      if (!(await handOver())) throw new Error("another worker has this mail");
      yield raw;
      told.all = true;
    })(),
    { objectMode: false },
  );

  try {
    await whole(connection, async () => {
      await step((callback) => connection.connect((error) => callback(error ?? null)));
      if (auth) await step((callback) => connection.login(auth, callback));
      await step((callback) => connection.send(envelope, text, callback));
    });
    connection.quit();
    return undefined;
  } catch (error) {
    connection.close();
    text.destroy();
    return failureOf(error as SmtpError, told.all);
  }
}

const step = (begin: (callback: (error: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));

/** The talk with the server; an error of the line, or a talk without end, ends it whichever step it is at. */
async function whole(connection: SMTPConnection, talk: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const broken = new Promise<never>((_, reject) => {
    connection.on("error", reject);
    connection.once("end", () => reject(new Error("the server hung up")));
    timer = setTimeout(() => reject(new Error("the server took too long")), longestTalk);
  });
  try {
    await Promise.race([talk(), broken]);
  } finally {
    clearTimeout(timer);
    broken.catch(() => undefined);
  }
}

/**
 * The server's word for what went wrong. It may repeat the address: that is taken out, for the log and the table. Only
 * what it says to the recipient or to the text is about this mail; a refused sign-in or sender is our own affair.
 */
function failureOf({ responseCode, response, command, code: cause, message }: SmtpError, toldAll: boolean): DeliveryFailure {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
  const code = responseCode ? [responseCode, enhanced].filter(Boolean).join(" ") : null;
  const said = `${cause ?? ""} ${response ?? message}`.replace(/\S+@\S+/g, "…").trim();
  if (!responseCode) return { lasts: toldAll ? "broken_off" : "for_now", reason: toldAll ? "broken_off" : "server_away", code, said };

  const aboutThisMail = command === "RCPT TO" || command === "DATA";
  const lasts = aboutThisMail && responseCode >= 500 ? "for_good" : "for_now";
  return { lasts, reason: aboutThisMail ? reasonOf(code) : "server_away", code, said };
}
