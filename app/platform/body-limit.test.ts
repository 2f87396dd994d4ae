import { expect, test } from "vitest";
import { limitBody } from "./body-limit.server.ts";

const megabyte = new Uint8Array(1024 * 1024).fill(97);

/** A body in chunks of a megabyte; without a length, as a program may send it. */
function post(type: string, megabytes: number, headers: Record<string, string> = {}) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      sent += 1;
      if (sent > megabytes) controller.close();
      else controller.enqueue(megabyte);
    },
  });
  const request = new Request("http://localhost/", { method: "POST", headers: { "Content-Type": type, ...headers }, body, duplex: "half" });
  return { ...limitBody(request), sent: () => sent };
}

test("a body without a length is broken off where it grows too large", async () => {
  const endless = post("application/x-www-form-urlencoded", 1_000);
  await expect(endless.request.text()).rejects.toThrow("The body is too large");
  expect(endless.tooLarge()).toBe(true);
  expect(endless.sent()).toBeLessThan(10);
});

test("a mail that a gateway hands over may bring its photos", async () => {
  const mail = post("message/rfc822", 12);
  expect((await mail.request.arrayBuffer()).byteLength).toBe(12 * 1024 * 1024);
  expect(mail.tooLarge()).toBe(false);
  expect(post("message/rfc822", 1, { "Content-Length": String(70 * 1024 * 1024) }).tooLarge()).toBe(true);
});

test("a form with photos may weigh sixty megabytes, however it is sent", async () => {
  const right = post("multipart/form-data; boundary=x", 60);
  expect((await right.request.arrayBuffer()).byteLength).toBe(60 * megabyte.length);
  expect(right.tooLarge()).toBe(false);
  const large = post("multipart/form-data; boundary=x", 61);
  await expect(large.request.arrayBuffer()).rejects.toThrow("The body is too large");
  expect(large.tooLarge()).toBe(true);
});

test("a body that says its length is refused before it is read", () => {
  const said = post("text/plain", 1, { "Content-Length": String(5 * megabyte.length) });
  expect(said.tooLarge()).toBe(true);
  expect(post("text/plain", 1, { "Content-Length": "100" }).tooLarge()).toBe(false);
});
