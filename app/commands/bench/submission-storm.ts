import { randomUUID } from "node:crypto";
import postgres from "postgres";

/** An open round, a unit of it, and the codes of its five-level questions in their order. */
export type StormRound = { slug: string; unit: string; codes: string[] };

type Way = "api" | "form";
/** One sheet on its way: sent with one key until it is acknowledged. `receipt` is known of the API at once, of a form from its page of thanks. */
export type Sent = { serial: number; by: Way; key: string; acknowledged: boolean; receipt: string | null; cookie: string | null; tries: number };

/** What was stored, against what was acknowledged. All of it is nothing when all is well. */
export type Reconciled = { stored: number; keys: number; lost: number; doubled: number; strangers: number; unanswered: number };

/** So many answers of a sheet say its serial number in base five, so that each stored sheet can be told from all others. */
const digits = 12;
const pauseMs = 100;
const longestWaitMs = 180_000;

/** @throws when no round of enough questions is open to all */
export async function findStormRound(url: string): Promise<StormRound> {
  const read = async (path: string) => (await (await fetch(url + path)).json()) as never;
  const { items } = (await read("/api/v1/rounds?limit=100")) as { items: { slug: string; state: string; modes: string[] }[] };
  for (const { slug } of items.filter(({ state, modes }) => state === "open" && modes.includes("open_link"))) {
    const { units, questionnaire } = (await read(`/api/v1/rounds/${slug}`)) as {
      units: { slug: string }[];
      questionnaire: { questions: { code: string; kind: string }[] };
    };
    const codes = questionnaire.questions.filter(({ kind }) => kind === "scale5").map(({ code }) => code);
    const [unit] = units;
    if (unit && codes.length >= digits) return { slug, unit: unit.slug, codes };
  }
  throw new Error("No round with enough questions is open to all");
}

const levelsOf = (serial: number, questions: number): number[] =>
  Array.from({ length: questions }, (_, place) => (place < digits ? 1 + (Math.floor(serial / 5 ** place) % 5) : 4));

const serialOf = (answers: readonly number[]): number => answers.slice(0, digits).reduce((sum, level, place) => sum + (level - 1) * 5 ** place, 0);

/** Posts a sheet once, as a program or as a browser does. @throws when the line breaks or the portal is not well; both may be tried again */
async function post(
  url: string,
  { slug, unit, codes }: StormRound,
  { serial, by, key }: Sent,
): Promise<{ receipt: string | null; cookie: string | null }> {
  const levels = levelsOf(serial, codes.length);
  const answers = codes.map((code, place) => [code, levels[place] ?? 4] as const);
  const answer =
    by === "api"
      ? await fetch(`${url}/api/v1/rounds/${slug}/answers`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "Idempotency-Key": key },
          body: JSON.stringify({ unit, answers: Object.fromEntries(answers) }),
        })
      : await fetch(`${url}/khao-sat/${slug}`, {
          method: "POST",
          redirect: "manual",
          headers: { Origin: url },
          body: new URLSearchParams([["key", key], ["unit", unit], ...answers.map(([code, level]) => [`a.${code}`, String(level)])]),
        });
  const body = await answer.text();
  if (answer.status >= 500) throw new Error(`${answer.status}: ${body.slice(0, 200)}`);
  if (by === "api" && answer.status === 201) return { receipt: (JSON.parse(body) as { receipt: string }).receipt, cookie: null };
  if (by === "form" && answer.status === 302 && (answer.headers.get("Location") ?? "").endsWith("/cam-on")) {
    return { receipt: null, cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? null };
  }
  throw new Refused(`${by}: ${answer.status} ${body.slice(0, 300)}`);
}

/** The portal said no. It was never to: the storm ends. */
class Refused extends Error {
  override name = "Refused";
}

/**
 * So many people at once, half by the API and half with a browser's form, one sheet after the other. Who gets no answer tries
 * again with the same key.
 * @param url where the portal is now; it may move while it is away
 */
export function startStorm(round: StormRound, { url, people, from = 0 }: { url: () => string; people: number; from?: number }) {
  const sent: Sent[] = [];
  let ending = false;
  let refused: Refused | undefined;
  let giveUpAt = Number.POSITIVE_INFINITY;

  async function person(by: Way) {
    while (!ending && !refused) {
      const one: Sent = { serial: from + sent.length, by, key: randomUUID(), acknowledged: false, receipt: null, cookie: null, tries: 0 };
      sent.push(one);
      while (!one.acknowledged && !refused && Date.now() < giveUpAt) {
        one.tries += 1;
        try {
          Object.assign(one, await post(url(), round, one), { acknowledged: true });
        } catch (error) {
          if (error instanceof Refused) refused = error;
          else await new Promise((resume) => setTimeout(resume, pauseMs));
        }
      }
    }
  }
  const all = Array.from({ length: people }, (_, index) => person(index % 2 === 0 ? "api" : "form"));
  return {
    sent: sent as readonly Sent[],
    /** No new sheet is begun; those on their way are sent until they are acknowledged, for three minutes at most. @throws what the portal refused */
    async end(): Promise<readonly Sent[]> {
      ending = true;
      giveUpAt = Date.now() + longestWaitMs;
      await Promise.all(all);
      if (refused) throw refused;
      return sent;
    },
  };
}

/** Marks what is there before a storm, in tables of its own. */
export async function markBefore(database: string): Promise<void> {
  await using(database, async (client) => {
    await client.unsafe("drop table if exists bench_sheets_before, bench_keys_before");
    await client.unsafe("create table bench_sheets_before as select id from sheets");
    await client.unsafe("create table bench_keys_before as select key_hash from idempotency_keys");
  });
}

/** Every sheet stored since `markBefore`, by the serial number in its answers, against every one that was sent. */
export async function reconcile(database: string, round: StormRound, sent: readonly Sent[]): Promise<Reconciled> {
  return using(database, async (client) => {
    const stored = await client<{ answers: number[]; slug: string }[]>`
      select answers, rounds.slug from sheets join rounds on rounds.id = round_id where not exists (select 1 from bench_sheets_before before where before.id = sheets.id)`;
    const [keys] = await client<{ n: number }[]>`
      select count(*)::int as n from idempotency_keys keys where not exists (select 1 from bench_keys_before before where before.key_hash = keys.key_hash)`;
    const times = new Map<number, number>();
    for (const { answers } of stored.filter(({ slug }) => slug === round.slug)) times.set(serialOf(answers), (times.get(serialOf(answers)) ?? 0) + 1);
    const known = new Set(sent.map(({ serial }) => serial));
    return {
      stored: stored.length,
      keys: keys?.n ?? 0,
      lost: sent.filter(({ serial, acknowledged }) => acknowledged && !times.has(serial)).length,
      doubled: [...times.values()].filter((n) => n > 1).length,
      strangers: stored.length - [...times].reduce((sum, [serial, n]) => (known.has(serial) ? sum + n : sum), 0),
      unanswered: sent.filter(({ acknowledged }) => !acknowledged).length,
    };
  });
}

/** True when each sheet that was sent is stored once, under one key, and nothing else. */
export const isExact = ({ stored, keys, lost, doubled, strangers, unanswered }: Reconciled, sent: readonly Sent[]): boolean =>
  stored === sent.length && keys === sent.length && lost + doubled + strangers + unanswered === 0;

/** Sends some of them once more, spread over the storm: each gets the receipt it had, from its answer or its page of thanks. Gives those that did not. */
export async function askAgain(url: string, round: StormRound, sent: readonly Sent[], most: number): Promise<Sent[]> {
  const step = Math.max(1, Math.floor(sent.length / most));
  const different: Sent[] = [];
  for (const one of sent.filter((_, index) => index % step === 0)) {
    const again = await post(url, round, one);
    const [before, now] =
      one.by === "api" ? [one.receipt, again.receipt] : [await thanks(url, round, one.cookie), await thanks(url, round, again.cookie)];
    if (!before || before !== now) different.push(one);
  }
  return different;
}

async function thanks(url: string, { slug }: StormRound, cookie: string | null): Promise<string | null> {
  const page = await (await fetch(`${url}/khao-sat/${slug}/cam-on`, { headers: { Cookie: cookie ?? "" } })).text();
  return /\b[0-9A-F]{4}-[0-9A-F]{4}\b/.exec(page)?.[0] ?? null;
}

async function using<Value>(database: string, work: (client: postgres.Sql) => Promise<Value>): Promise<Value> {
  const client = postgres(database, { max: 1, onnotice: () => undefined });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
