import { randomBytes } from "node:crypto";
import { TransactionRollbackError } from "drizzle-orm";
import postgres from "postgres";
import { inject, test as base } from "vitest";
import { connect } from "#db/client.server.ts";
import type { Db } from "#db/schema/handle.ts";
import { templateName } from "./database-setup.ts";

let worker: Promise<ReturnType<typeof connect>> | undefined;

/** A fresh clone of the prepared database, for tests that need real commits. Dropped with the run. */
export async function cloneDatabase(max = 10) {
  const url = inject("databaseUrl");
  const name = `ln_unit_${process.pid}_${randomBytes(4).toString("hex")}`;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await admin.unsafe(`create database ${name} template ${templateName}`);
      break;
    } catch (error) {
      // Another worker is cloning the template this very moment.
      if (attempt > 50 || !(error instanceof postgres.PostgresError) || error.code !== "55006") throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await admin.end();
  return {
    ...connect(Object.assign(new URL(url), { pathname: `/${name}` }).href, max),
    url: Object.assign(new URL(url), { pathname: `/${name}` }).href,
  };
}

/** Each test is one transaction on a real PostgreSQL, rolled back at its end: it forgets by itself. */
export const test = base.extend<{ db: Db }>({
  db: async ({}, use) => {
    worker ??= cloneDatabase(4);
    const { db } = await worker;
    try {
      await db.transaction(async (tx) => {
        await use(tx);
        tx.rollback();
      });
    } catch (error) {
      if (!(error instanceof TransactionRollbackError)) throw error;
    }
  },
});

export { expect } from "vitest";
