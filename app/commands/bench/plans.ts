import { closeSync, openSync, readSync, statSync } from "node:fs";
import postgres from "postgres";

/** Tables that grow with cases and sheets: none of them is ever to be read whole by a page. */
export const growing = [
  "cases",
  "case_identities",
  "case_messages",
  "assignments",
  "replies",
  "clocks",
  "messages",
  "audit_events",
  "public_copies",
  "publication_log",
  "case_days",
  "sheets",
  "idempotency_keys",
] as const;

type PlanNode = { "Node Type": string; "Relation Name"?: string; Plans?: PlanNode[] };
export type ExplainedPlan = { "Query Text"?: string; Plan: PlanNode };

/** Growing tables that a plan reads from beginning to end. */
export function readWhole({ Plan }: ExplainedPlan): string[] {
  const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  return nodes(Plan).flatMap((node) => {
    const table = node["Relation Name"];
    return node["Node Type"] === "Seq Scan" && growing.some((one) => one === table) ? [table ?? ""] : [];
  });
}

/**
 * Lets PostgreSQL write the plan of every statement of the portal into its log (auto_explain, which comes with it). The portal's connections
 * are ended, so that the new ones begin with it. `since` gives what was logged from a mark on.
 */
export async function watchPlans(database: string) {
  const client = postgres(database, { max: 1, onnotice: () => undefined });
  const name = new URL(database).pathname.slice(1);
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_format": "json",
  };
  await client.unsafe("load 'auto_explain'");
  for (const [key, value] of Object.entries(settings)) await client.unsafe(`alter database "${name}" set ${key} = '${value}'`);
  await client`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lang-nghe' and pid <> pg_backend_pid()`;
  const [place] = await client<{ folder: string }[]>`select setting as folder from pg_settings where name = 'data_directory'`;
  const file = `${place?.folder}.log`;
  return {
    mark: () => statSync(file).size,
    since: (from: number) => {
      const log = openSync(file, "r");
      try {
        const content = Buffer.alloc(statSync(file).size - from);
        readSync(log, content, 0, content.length, from);
        return content.toString("utf8");
      } finally {
        closeSync(log);
      }
    },
    stop: async () => {
      for (const key of Object.keys(settings)) await client.unsafe(`alter database "${name}" reset ${key}`);
      await client.end();
    },
  };
}

/** What a page asked: milliseconds that PostgreSQL took for it, and in lines the slowest statement and every one that read a growing table whole. */
export type Asked = { total: number; lines: string[] };

export function readPlans(log: string): Asked {
  const plans = [...log.matchAll(/duration: ([\d.]+) ms {2}plan:\n([\s\S]*?\n\t?\})(?=\n|$)/g)].flatMap(([, duration, json = ""]) => {
    const plan = JSON.parse(json.replaceAll("\n\t", "\n")) as ExplainedPlan;
    return [{ duration: Number(duration), text: (plan["Query Text"] ?? "").replaceAll(/\s+/g, " "), whole: readWhole(plan) }];
  });
  const slowest = plans.toSorted((a, b) => b.duration - a.duration)[0];
  const total = plans.reduce((sum, { duration }) => sum + duration, 0);
  const lines = [
    ...(slowest ? [`${plans.length} statements; slowest ${slowest.duration.toFixed(1)} ms: ${shorten(slowest.text)}`] : []),
    ...plans.filter(({ whole }) => whole.length > 0).map(({ whole, text }) => `READ WHOLE ${whole.join(", ")}: ${shorten(text)}`),
  ];
  return { total, lines };
}

/** What it reads and by what, without the columns it gives. */
const shorten = (text: string) => {
  const from = text.search(/\bfrom\b/i);
  return (text.length > 160 && from > 60 ? `${text.slice(0, 20)} … ${text.slice(from)}` : text).slice(0, 220);
};
