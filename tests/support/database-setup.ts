import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { prepareWorld } from "#db/seed/prepare-world.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

export const templateName = "ln_unit_template";

/** A migrated, prepared template database on the run's throw-away PostgreSQL; each worker clones it. */
export default async function setUp(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? undefined : await startEmbeddedPostgres({ throwAway: true });
  const url = given ?? own?.url;
  if (!url) throw new Error("There is no PostgreSQL to test with");

  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${templateName} with (force)`);
  await admin.unsafe(`create database ${templateName}`);
  const templateUrl = Object.assign(new URL(url), { pathname: `/${templateName}` }).href;
  await migrateDatabase(templateUrl);
  const { db, client } = connect(templateUrl, 1);
  await prepareWorld(db, new Date("2026-11-21T03:00:00Z"));
  await client.end();
  await admin.end();

  project.provide("databaseUrl", url);
  return async () => {
    await own?.stop();
  };
}
