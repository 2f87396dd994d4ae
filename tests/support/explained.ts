import { drizzle } from "drizzle-orm/postgres-js";
import { type ExplainedPlan, readWhole } from "#app/commands/bench/plans.ts";
import type { Client } from "#db/client.server.ts";
import type { Db } from "#db/schema/handle.ts";
import * as schema from "#db/schema/index.ts";

type Statement = { text: string; values: unknown[] };

/** The same database, remembering every statement that is asked. */
export function remembering(client: Client): { db: Db; taken: () => Statement[] } {
  let asked: Statement[] = [];
  const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) };
  return {
    db: drizzle(client, { schema, casing: "snake_case", logger }),
    taken: () => {
      const all = asked;
      asked = [];
      return all;
    },
  };
}

/** What PostgreSQL would read from beginning to end for these statements: the table, and the statement. */
export async function tablesReadWhole(client: Client, statements: readonly Statement[]): Promise<string[]> {
  const found: string[] = [];
  for (const { text, values } of statements.filter((one) => /^\s*(select|with|\()/i.test(one.text))) {
    const [row] = await client.unsafe<{ "QUERY PLAN": [ExplainedPlan] | string }[]>(`explain (format json) ${text}`, values as string[]);
    const told = row?.["QUERY PLAN"];
    const [plan] = typeof told === "string" ? (JSON.parse(told) as [ExplainedPlan]) : (told ?? []);
    if (!plan) throw new Error(`No plan of ${text}`);
    found.push(...readWhole(plan).map((table) => `${table}: ${text}`));
  }
  return found;
}
