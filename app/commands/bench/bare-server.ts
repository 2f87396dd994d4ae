import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";

/** What the bench sends first: pages to answer with by path, and where a POST is to be inserted. */
export type BareOrders = {
  pages: Record<string, { headers: OutgoingHttpHeaders; body: string }>;
  database: string;
  insert: string;
  connections: number;
};

/**
 * The least a server could do with the same work: answers known bytes, and inserts one row for each POST in a
 * transaction of its own. No limits, no checks, no receipts: the mark to measure the portal against.
 */
process.once("message", (orders: BareOrders) => {
  const pages = new Map(Object.entries(orders.pages).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, "base64") }]));
  const client = postgres(orders.database, { max: orders.connections });
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      request.resume();
      request.once("end", () => {
        client.unsafe(orders.insert).then(
          () => response.writeHead(201, { "Content-Type": "application/json" }).end('{"receipt":"0000-0000"}'),
          () => response.writeHead(500).end(),
        );
      });
      return;
    }
    const page = pages.get((request.url ?? "").split("?")[0] ?? "");
    if (page) response.writeHead(200, page.headers).end(page.body);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
process.once("disconnect", () => process.exit(0));
