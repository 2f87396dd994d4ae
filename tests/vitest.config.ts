import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "tests/contracts/**/*.test.ts"],
    globalSetup: ["tests/support/database-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
