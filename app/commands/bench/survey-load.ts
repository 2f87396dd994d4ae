import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Measured } from "./measure.ts";

type Round = { slug: string; unit: string; body: string };

/** An open round of the demo and a whole sheet for it, as a program sends it. */
export async function readRound(url: string): Promise<Round> {
  const list = (await getJson(`${url}/api/v1/rounds?limit=100`)) as { items: { slug: string; state: string; modes: string[] }[] };
  const open = list.items.find(({ state, modes }) => state === "open" && modes.includes("open_link"));
  if (!open) throw new Error("The demo world has no open round");
  const round = (await getJson(`${url}/api/v1/rounds/${open.slug}`)) as {
    units: { slug: string }[];
    questionnaire: { questions: { code: string; kind: string }[] };
  };
  const scale = round.questionnaire.questions.filter(({ kind }) => kind.startsWith("scale"));
  const unit = round.units[0]?.slug ?? "";
  return { slug: open.slug, unit, body: JSON.stringify({ unit, answers: Object.fromEntries(scale.map(({ code }) => [code, 4])) }) };
}

/** Each request is a submission of its own. */
export function sheetLoad({ slug, body }: Round) {
  const headers = { "Content-Type": "application/json" };
  return {
    requests: [
      {
        method: "POST",
        path: `/api/v1/rounds/${slug}/answers`,
        headers,
        body,
        setupRequest: (asked: object) => ({ ...asked, headers: { ...headers, "Idempotency-Key": randomUUID() } }),
      },
    ],
  };
}

/** A copy of the sheets' table with its indexes and checks, and the statement that inserts a sheet like the first one. */
export async function prepareInsert(database: string): Promise<string> {
  const client = postgres(database, { max: 1, onnotice: () => undefined });
  try {
    await client`drop table if exists bench_sheets`;
    await client`create table bench_sheets (like sheets including all)`;
    const [row] = await client<{ literals: string }[]>`
      select concat_ws(', ', quote_literal(round_id), quote_literal(questionnaire_version_id), quote_literal(unit_id), quote_literal(mode),
        quote_literal(language), quote_literal(day), quote_literal(answers::text), quote_literal(choices::text)) as literals
      from sheets limit 1`;
    if (!row) throw new Error("The demo world has no sheet");
    return `insert into bench_sheets (round_id, questionnaire_version_id, unit_id, mode, language, day, answers, choices) values (${row.literals})`;
  } finally {
    await client.end();
  }
}

/** PostgreSQL alone: so many connections, each inserting one row after the other, each in its own transaction. */
export async function measureInserts(database: string, insert: string, connections: number, seconds: number): Promise<Measured> {
  const client = postgres(database, { max: connections });
  const times: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  async function work() {
    while (performance.now() < until) {
      const from = performance.now();
      await client.unsafe(insert);
      times.push(performance.now() - from);
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - startedAt) / 1000;
  await client.end();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), failed: 0 };
}

async function getJson(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
}
