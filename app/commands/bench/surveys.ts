import { findRound, foldAllSheets, type Round } from "#app/domain/surveys/index.server.ts";
import { type Client, connect } from "#db/client.server.ts";
import type { Db } from "#db/schema/handle.ts";
import { say } from "../folder.mjs";
import { askInTurns, type Page, pagesAsked, plansOf, type Row, type Side, tableOf } from "./ask-pages.ts";
import { seedSheets } from "./seed-sheets.ts";
import { startPortal } from "./servers.ts";
import { signInAs } from "./sign-in.ts";
import { surveyManager, surveyPages, type SurveyWorld } from "./survey-pages.ts";

/** Asked so often for each run; a page in the middle of its times is the measure. */
const turns = 9;
/** What a page may cost at the larger size, of its cost at the smaller. */
const ratioAtMost = 1.2;
/** Sheets of a minute at full load that no fold has taken yet. */
const tail = 20_000;
/** The largest round has most of the sheets. */
const shares = [6, 3, 1];

type Stored = { when: string; heap: number; indexes: number; tallies: number };
type Folding = { sheets: number; seededSeconds: number; seconds: number; stored: Stored[]; tallyRows: number };
type Prepared = { side: Side<SurveyWorld>; client: Client; rounds: Round[]; folding: Folding; today: string; stop: () => Promise<void> };

/**
 * `--only surveys`: two demo worlds, one with 10,000 sheets more and one with 10,000,000. Prints how quickly they are folded and
 * what they take up, and every page with figures at both sizes in turns: at rest; then with 20,000 sheets that are not folded and
 * one more before each request, so that nothing that was counted before can be used. Nothing is asserted.
 */
export async function compareSurveys({ runs, asked, sizes }: { runs: number; asked: string; sizes: readonly [number, number] }): Promise<void> {
  const worlds: Prepared[] = [];
  const pages = pagesAsked(surveyPages, asked);
  try {
    for (const sheets of sizes) worlds.push(await prepare(sheets));
    const [small, large] = worlds;
    if (!small || !large) return;
    process.stdout.write(`\n${foldings(worlds.map(({ folding }) => folding))}\n`);
    const sides = [small.side, large.side] as const;

    say("asking every page at rest …");
    const atRest = await compare(pages, sides, turns * runs);
    say(`adding ${tail} sheets that nobody folds, and asking again …`);
    for (const { client, rounds, today } of worlds) await addSheets(client, rounds, tail, today);
    const clients = new Map(worlds.map((world) => [world.side, world]));
    const busy = await compare(pages, sides, turns * runs, async (side) => {
      const world = clients.get(side);
      if (world) await world.client.unsafe(oneMore, [world.rounds[0]?.id ?? ""]);
    });
    report(sizes, "At rest", atRest);
    report(sizes, `While sheets come in: ${tail} not folded, one more before each request`, busy);
  } finally {
    for (const { client, stop } of worlds) {
      await client.end();
      await stop();
    }
  }
}

type Compared = { rows: Row[]; told: { few: Awaited<ReturnType<typeof plansOf>>; many: Awaited<ReturnType<typeof plansOf>> } };

async function compare(
  pages: readonly Page<SurveyWorld>[],
  sides: readonly [Side<SurveyWorld>, Side<SurveyWorld>],
  times: number,
  before?: (side: Side<SurveyWorld>) => Promise<unknown>,
): Promise<Compared> {
  const rows = await askInTurns(pages, sides, times, before);
  return { rows, told: { few: await plansOf(sides[0], pages, before), many: await plansOf(sides[1], pages, before) } };
}

/** A sheet like another one of the round, which is not folded yet. */
const oneMore = `insert into sheets (round_id, questionnaire_version_id, unit_id, procedure_id, mode, language, day, answers, choices)
  select round_id, questionnaire_version_id, unit_id, procedure_id, mode, language, day, answers, choices from sheets where round_id = $1 limit 1`;

const addSheets = (client: Client, rounds: readonly Round[], sheets: number, today: string) =>
  seedSheets(
    client,
    rounds.map((round, index) => ({ round, weight: shares[index] ?? 1 })),
    { sheets, today, seed: 0.25, days: [today, today] },
  );

async function prepare(sheets: number): Promise<Prepared> {
  say(`starting a demo world and adding ${sheets} sheets …`);
  const { url, database, stop } = await startPortal();
  const { db, client } = connect(database, 2, "bench");
  const endAll = async () => {
    await client.end();
    await stop();
  };
  try {
    await restFolding(client);
    const today = new Date().toISOString().slice(0, 10);
    const rounds = await openRounds(db, client);
    const startedAt = performance.now();
    await seedSheets(
      client,
      rounds.map((round, index) => ({ round, weight: shares[index] ?? 1 })),
      { sheets, today },
    );
    const seededSeconds = (performance.now() - startedAt) / 1000;
    say(`${sheets} sheets in ${Math.round(seededSeconds)} s; folding them …`);
    const folding = await fold(db, client, seededSeconds);
    const world = await readWorld(client, rounds);
    const cookies = { manager: await signInAs(url, surveyManager) };
    return { side: { url, database, world, cookies }, client, rounds, folding, today, stop };
  } catch (error) {
    await endAll();
    throw error;
  }
}

/** From now on nobody but the bench folds sheets in this world. */
async function restFolding(client: Client): Promise<void> {
  await client`delete from pgboss.schedule where name = 'fold-sheets'`;
  for (;;) {
    const [open] = await client<
      { n: number }[]
    >`select count(*)::int as n from pgboss.job where name = 'fold-sheets' and state in ('created', 'retry', 'active')`;
    if (open?.n === 0) return;
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

/** Rounds that take answers, those with most units first. */
async function openRounds(db: Db, client: Client): Promise<Round[]> {
  const slugs = await client<{ slug: string }[]>`
    select slug from rounds where state = 'open' order by (select count(*) from round_units where round_id = rounds.id) desc, slug`;
  const rounds = await Promise.all(slugs.map(({ slug }) => findRound(db, slug)));
  return rounds.filter((round) => round !== undefined);
}

async function fold(db: Db, client: Client, seededSeconds: number): Promise<Folding> {
  const stored = [await sizes(client, "added")];
  const startedAt = performance.now();
  const sheets = await foldAllSheets(db);
  const seconds = (performance.now() - startedAt) / 1000;
  stored.push(await sizes(client, "folded"));
  await client.unsafe("vacuum (analyze) sheets, tallies, profile_tallies");
  stored.push(await sizes(client, "vacuumed"));
  const [tallies] = await client<{ n: number }[]>`select (select count(*) from tallies)::int + (select count(*) from profile_tallies)::int as n`;
  return { sheets, seededSeconds, seconds, stored, tallyRows: tallies?.n ?? 0 };
}

/** Bytes for each sheet there is. */
async function sizes(client: Client, when: string): Promise<Stored> {
  const [row] = await client<{ heap: number; indexes: number; tallies: number }[]>`
    select pg_table_size('sheets')::float8 / count(*) as heap, pg_indexes_size('sheets')::float8 / count(*) as indexes,
      (pg_total_relation_size('tallies') + pg_total_relation_size('profile_tallies'))::float8 / count(*) as tallies from sheets`;
  return { when, ...(row ?? { heap: Number.NaN, indexes: Number.NaN, tallies: Number.NaN }) };
}

async function readWorld(client: Client, rounds: readonly Round[]): Promise<SurveyWorld> {
  const [round] = rounds;
  if (!round) throw new Error("The demo world has no open round");
  const [busiest] = await client<{ unit: string; procedure: string }[]>`
    select units.slug as unit, procedures.slug as procedure
    from tallies join units on units.id = unit_id join procedures on procedures.id = procedure_id
    where round_id = ${round.id} and question = -1 group by 1, 2 order by sum(n) desc limit 1`;
  const [published] = await client<{ slug: string }[]>`select slug from rounds where state = 'published' order by closes_on desc, slug limit 1`;
  if (!busiest || !published) throw new Error("The demo world lacks what the bench asks for");
  return { round: round.slug, ...busiest, published: published.slug };
}

function foldings(list: readonly Folding[]): string {
  const line = (name: string, cell: (folding: Folding) => string) => `${name.padEnd(34)}${list.map((one) => cell(one).padStart(14)).join("")}`;
  const bytes = (when: string) =>
    line(`bytes a sheet, ${when}`, ({ stored }) => {
      const one = stored.find((size) => size.when === when);
      return one ? `${one.heap.toFixed(0)}+${one.indexes.toFixed(0)}+${one.tallies.toFixed(1)}` : "";
    });
  return [
    line("sheets folded", ({ sheets }) => String(sheets)),
    line("made in seconds", ({ seededSeconds }) => seededSeconds.toFixed(1)),
    line("folded in seconds", ({ seconds }) => seconds.toFixed(1)),
    line("folded, sheets/s", ({ sheets, seconds }) => (sheets / seconds).toFixed(0)),
    line("rows of tallies", ({ tallyRows }) => String(tallyRows)),
    ...["added", "folded", "vacuumed"].map(bytes),
    "Bytes: table + its indexes + tallies by place and by profile, of all sheets of the world.\n",
  ].join("\n");
}

function report(sizes: readonly [number, number], title: string, { rows, told }: Compared): void {
  const above = rows.filter(({ few, many }) => many / few > ratioAtMost).map(({ name }) => name);
  process.stdout.write(
    `\n${title}\n\n${tableOf(sizes, rows, told, ratioAtMost)}\n` +
      (above.length === 0 ? `No page costs more than ${ratioAtMost} times as much.\n` : `Above ${ratioAtMost}: ${above.join(", ")}.\n`),
  );
}
