import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"];
const browser = process.env.CHROMIUM_PATH;

/** Two browsers at once; a file's tests run in their order. `npm test -- e2e` builds, brings the database and the browser. */
export default defineConfig({
  testDir: ".",
  testMatch: ["e2e/**/*.spec.ts", "faults/**/*.spec.ts"],
  outputDir: "../test-results/e2e",
  globalSetup: "./support/worlds.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    trace: { mode: "retain-on-failure", screenshots: false },
    actionTimeout: 20_000,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [...quiet, ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
