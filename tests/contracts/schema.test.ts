import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql, type SQL } from "drizzle-orm";
import { officials, portalFacts, questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { house } from "#tests/support/source-files.ts";
import { expect, test } from "#tests/support/test.ts";

/** Everything an answer sheet and its open answers may hold. A new column must be argued here, in front of everybody. */
const allowed = {
  sheets: [
    "answers",
    "choices",
    "day",
    "flags",
    "folded",
    "id",
    "language",
    "mode",
    "procedure_id",
    "questionnaire_version_id",
    "round_id",
    "unit_id",
  ],
  sheet_texts: ["body", "id", "mixed", "month", "question", "round_id", "unit_id"],
  profile_tallies: ["mode_group", "n", "option", "place", "question", "round_id", "value"],
  tallies: ["day", "mode", "n", "procedure_id", "question", "round_id", "unit_id", "value"],
};

test("a survey sheet holds nothing that leads to a person, a slip or a moment", async ({ db }) => {
  const columns = await db.execute<{ table: string; column: string; type: string }>(sql`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name in ('sheets', 'sheet_texts', 'tallies', 'profile_tallies') order by table_name, column_name`);
  for (const [table, names] of Object.entries(allowed)) {
    expect(columns.filter((one) => one.table === table).map(({ column }) => column)).toEqual(names);
  }
  expect(columns.filter(({ type }) => /time|json|bytea|inet/.test(type))).toEqual([]);
});

test("what officials did with an open answer names no sheet and nobody who wrote, and no moment but theirs", async ({ db }) => {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name in ('remarks', 'remark_tags') order by table_name, column_name`);
  const of = (table: string) => columns.filter((one) => one.table === table).map(({ column }) => column);
  const decided = ["approved_by_id", "created_at", "id", "kept", "kept_reason", "language", "proposed_by_id", "public_text", "published_at"];
  expect(of("remarks")).toEqual([...decided, "question", "reason", "revision", "round_id", "set_aside_reason", "state", "unit_id", "updated_at"]);
  expect(of("remark_tags")).toEqual(["remark_id", "round_id", "tag", "unit_id"]);
  const links = await db.execute<{ to: string }>(sql`
    select distinct confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and conrelid::regclass::text in ('remarks', 'remark_tags') order by 1`);
  expect(links.map(({ to }) => to)).toEqual(["officials", "remarks", "rounds", "units"]);
});

test("nothing in the database points at a survey sheet, and a sheet points at no person", async ({ db }) => {
  const links = await db.execute<{ from: string; to: string }>(sql`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and 'sheets' in (conrelid::regclass::text, confrelid::regclass::text)`);
  expect(links.filter(({ to }) => to === "sheets")).toEqual([]);
  expect(links.filter(({ to }) => /official|identit|session|slip|case|message/.test(to))).toEqual([]);

  const slips = await db.execute<{ column: string }>(sql`
    select column_name as column from information_schema.columns where table_name = 'slips' and column_name ~ 'sheet|answer|time|_at$'`);
  expect(slips).toEqual([]);
});

test("what was written in the trace, in the publication log and in results stays", async ({ db }) => {
  for (const table of ["audit_events", "publication_log", "result_snapshots"]) {
    const named = sql.identifier(table);
    for (const change of [sql`update ${named} set created_at = now()`, sql`delete from ${named}`, sql`truncate ${named} cascade`]) {
      const column = table === "audit_events" ? sql`update ${named} set at = now()` : change;
      expect(await refusalOf(db, column)).toBe(`${table} is append-only`);
      expect(await refusalOf(db, change)).toMatch(/append-only|created_at/);
    }
  }
});

test("a questionnaire that was used can neither change nor vanish", async ({ db }) => {
  const [questionnaire] = await db.insert(questionnaires).values({ code: "contract-test" }).returning();
  const values = { questionnaireId: questionnaire?.id ?? "", version: 1, content: { questions: [] } };
  const [version] = await db
    .insert(questionnaireVersions)
    .values({ ...values, usedAt: new Date() })
    .returning();

  const inUse = "a questionnaire version in use cannot change";
  expect(await refusalOf(db, sql`update questionnaire_versions set content = '{"questions": [1]}' where id = ${version?.id}`)).toBe(inUse);
  expect(await refusalOf(db, sql`delete from questionnaire_versions where id = ${version?.id}`)).toBe(inUse);
  await db.insert(questionnaireVersions).values({ ...values, version: 2 });
  expect(
    await refusalOf(
      db,
      sql`update questionnaire_versions set content = '{"questions": [1]}' where version = 2 and questionnaire_id = ${questionnaire?.id}`,
    ),
  ).toBe("");
});

test("a demo official can exist in the demo world only", async ({ db }) => {
  const demo = { email: "ai-do@demo.vn", name: "Ai Đó (mẫu)", passwordHash: "-", demo: true };
  const outside = await db.transaction((tx) => tx.insert(officials).values(demo)).catch(reasonOf);
  expect(outside).toBe("demo officials exist only in the demo world");

  const [real] = await db
    .insert(officials)
    .values({ ...demo, demo: false })
    .returning();
  expect(await refusalOf(db, sql`update officials set demo = true where id = ${real?.id}`)).toBe("demo officials exist only in the demo world");

  await db.insert(portalFacts).values({ name: "demo", value: true });
  expect(await refusalOf(db, sql`update officials set demo = true where id = ${real?.id}`)).toBe("");
});

test("an answer cannot be approved by who wrote it, whatever a page may say", async ({ db }) => {
  const [rule] = await db.execute<{ rule: string }>(
    sql`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'replies_four_eyes'`,
  );
  expect(rule?.rule).toContain("approved_by_id <> author_id");
});

test("the migrations are those of the schema: nothing is left to generate", async () => {
  const journal = JSON.parse(readFileSync(`${house}db/migrations/meta/_journal.json`, "utf8")) as { entries: { idx: number }[] };
  const last = String(journal.entries.at(-1)?.idx).padStart(4, "0");
  const migrated = JSON.parse(readFileSync(`${house}db/migrations/meta/${last}_snapshot.json`, "utf8")) as ReturnType<typeof generateDrizzleJson>;
  const wanted = generateDrizzleJson({ ...schema }, migrated.id, undefined, "snake_case");
  expect(Object.keys(wanted.tables).length).toBeGreaterThan(30);
  expect(await generateMigration(migrated, wanted)).toEqual([]);
});

/** What the database says to a statement; nothing when it took it. The statement leaves no trace. */
async function refusalOf(db: Db, statement: SQL): Promise<string> {
  try {
    await db.transaction((tx) => tx.execute(statement));
    return "";
  } catch (error) {
    return reasonOf(error);
  }
}

/** Drizzle wraps what PostgreSQL said. */
function reasonOf(error: unknown): string {
  const { cause } = error as Error;
  return cause instanceof Error ? cause.message : String(error);
}
