import type { Server } from "node:http";
import type { Duplex } from "node:stream";

const answers: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** What reaches no handler because it is no HTTP (or far too long) is answered too, with the same headers as everything else. */
export function answerBrokenRequests(server: Server, headers: Record<string, string>) {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const lines = Object.entries({ Connection: "close", "Content-Length": "0", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${answers[error.code ?? ""] ?? "400 Bad Request"}\r\n${lines.join("")}\r\n`);
  });
}
