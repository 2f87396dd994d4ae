import { SMTPServer } from "smtp-server";

/** What a peer says to a step; undefined: yes. `hang_up`: the line breaks. */
type Say = { code: number; text?: string } | "hang_up" | undefined;

export type SmtpPeer = {
  url: string;
  port: number;
  /** Mails it said yes to, as they came. */
  taken: { from: string; raw: string }[];
  close(): Promise<void>;
};

/**
 * A real SMTP server that keeps what it takes. `recipient` may refuse an address, `data` a whole text; `data` is asked
 * after the last byte came and before anything is answered, and what it waits for is waited for.
 */
export async function openPeer({
  recipient,
  data,
  port = 0,
}: { recipient?: (address: string) => Say | Promise<Say>; data?: (raw: string) => Say | Promise<Say>; port?: number } = {}): Promise<SmtpPeer> {
  const taken: SmtpPeer["taken"] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      void Promise.resolve(recipient?.(address)).then((said) => callback(refusal(said)));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString("utf8");
        void Promise.resolve(data?.(raw)).then((said) => {
          const from = session.envelope.mailFrom;
          if (said === undefined || said === "hang_up") taken.push({ from: from ? from.address : "", raw });
          if (said === "hang_up") {
            // Taken, and the answer never arrives.
            for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
            return;
          }
          callback(refusal(said));
        });
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const heard = typeof address === "object" && address ? address.port : 0;
  return { taken, port: heard, url: `smtp://127.0.0.1:${heard}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const refusal = (said: Say) =>
  typeof said === "object" ? Object.assign(new Error(said.text ?? "not welcome"), { responseCode: said.code }) : undefined;
