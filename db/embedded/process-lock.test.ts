import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findHolder, processBirth, takeLock, waitForLock } from "./process-lock.mjs";

test("of two who want the lock the second learns who holds it", () => {
  const file = newLockFile();
  const first = takeLock(file, "npm start");
  const second = takeLock(file, "npm run dev");

  expect(first.held).toBe(true);
  expect(second).toMatchObject({ held: false, holder: { pid: process.pid, purpose: "npm start" } });
});

test("a released lock is free again", () => {
  const file = newLockFile();
  const first = takeLock(file, "npm start");
  if (first.held) first.release();

  expect(findHolder(file)).toBeUndefined();
  expect(takeLock(file, "npm run dev").held).toBe(true);
});

test("a lock whose process is gone is taken over, also when a stranger has its number", () => {
  for (const pid of [2 ** 30, process.ppid]) {
    const file = newLockFile();
    writeFileSync(file, JSON.stringify({ pid, birth: "long ago", purpose: "npm start", since: "" }));

    expect(findHolder(file)).toBeUndefined();
    expect(takeLock(file, "npm run dev").held).toBe(true);
  }
});

test("a lock that a full disk left without content is taken over", () => {
  const file = newLockFile();
  writeFileSync(file, "");

  expect(takeLock(file, "npm run dev").held).toBe(true);
  expect(readFileSync(file, "utf8")).toContain("npm run dev");
});

test("who waits for a lock gets it when it is released, and hears once whom he waits for", async () => {
  const file = newLockFile();
  const first = takeLock(file, "npm start");
  const heard: string[] = [];
  const second = waitForLock(file, "npm test", ({ purpose }) => heard.push(purpose));
  if (first.held) first.release();

  expect((await second).held).toBe(true);
  expect(heard).toEqual(["npm start"]);
});

test("a process has a birth as long as it lives", () => {
  expect(processBirth(process.pid)).toBe(processBirth(process.pid));
  expect(processBirth(process.pid)).toBeTruthy();
  expect(processBirth(2 ** 30)).toBeUndefined();
});

function newLockFile() {
  const folder = mkdtempSync(join(tmpdir(), "lang-nghe-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "portal.lock");
}
