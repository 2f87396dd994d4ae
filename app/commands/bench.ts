import { get } from "node:http";
import { parseArgs } from "node:util";
import { connections, measure, medianOf, type Measured } from "./bench/measure.ts";
import { compareScales } from "./bench/scale.ts";
import { startBare, startPortal } from "./bench/servers.ts";
import { stormSubmissions } from "./bench/submissions.ts";
import { compareSurveys } from "./bench/surveys.ts";
import { measureInserts, prepareInsert, readRound, sheetLoad } from "./bench/survey-load.ts";
import { say } from "./folder.mjs";

const usage = `Measures the portal against bare Node and bare PostgreSQL, in one run, on this machine.

  npm run bench
  npm run bench -- --seconds 10 --runs 5
  npm run bench -- --only speed
  npm run bench -- --only scale
  npm run bench -- --only scale --pages search
  npm run bench -- --only surveys
  npm run bench -- --only submissions --seconds 60 --runs 3 --kills 5

Part "speed" measures requests a second. Part "scale" asks the pages of feedback of a portal with 3,000 cases and of one
with 300,000 (--few, --many) and tells the plans; it takes some minutes and 4 GB of the temporary folder.

These two run when none is named. Part "surveys" folds 10,000 and 10,000,000 answer sheets (--few, --many) and asks
every page with figures at both; it takes an hour and 20 GB. Part "submissions" sends sheets by form and API while the
portal is killed, and matches what was stored with what was acknowledged; it ends with code 1 when they differ.

Ratios travel between machines; requests a second do not. Nothing else is asserted.
`;

/** As many as the portal's pool holds. */
const databaseConnections = 10;

/** `npm run bench`: demo worlds of its own, loads in turns, medians, a table for each part. */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string" },
      runs: { type: "string" },
      kills: { type: "string", default: "5" },
      people: { type: "string", default: "40" },
      only: { type: "string", default: "" },
      pages: { type: "string", default: "" },
      few: { type: "string" },
      many: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const { only, pages } = values;
  if (!["", "speed", "scale", "surveys", "submissions"].includes(only)) throw new Error(`There is no part ${only}.\n\n${usage}`);
  const seconds = (usual: string) => bounded(values.seconds ?? usual, 600);
  const runs = (usual: string) => bounded(values.runs ?? usual, 20);
  const sizes = (few: string, many: string) => [bounded(values.few ?? few, 20_000_000), bounded(values.many ?? many, 20_000_000)] as const;

  if (only === "" || only === "speed") await measureSpeed({ seconds: seconds("4"), runs: runs("3") });
  if (only === "" || only === "scale") await compareScales({ runs: runs("3"), asked: pages, sizes: sizes("3000", "300000") });
  if (only === "surveys") await compareSurveys({ runs: runs("1"), asked: pages, sizes: sizes("10000", "10000000") });
  if (only !== "submissions") return;
  const storm = { seconds: seconds("60"), runs: runs("3"), kills: bounded(values.kills, 50), people: bounded(values.people, 500) };
  if (!(await stormSubmissions(storm))) process.exitCode = 1;
}

async function measureSpeed({ seconds, runs }: { seconds: number; runs: number }): Promise<void> {
  say("starting a demo world for the bench …");
  const portal = await startPortal();
  try {
    const procedure = `/thu-tuc/${await firstProcedure(portal.url)}`;
    const insert = await prepareInsert(portal.database);
    const bare = await startBare({
      pages: { "/": await readPage(portal.url, "/"), [procedure]: await readPage(portal.url, procedure) },
      database: portal.database,
      insert,
      connections: databaseConnections,
    });
    try {
      await compare({ portal, bare: bare.url, procedure, insert, seconds, runs });
    } finally {
      await bare.stop();
    }
  } finally {
    await portal.stop();
  }
}

type Setting = { portal: { url: string; database: string }; bare: string; procedure: string; insert: string; seconds: number; runs: number };
type Row = { name: string; result: Measured; against?: Measured };

async function compare({ portal, bare, procedure, insert, seconds, runs }: Setting): Promise<void> {
  const gzip = { headers: { "Accept-Encoding": "gzip" } };
  const round = await readRound(portal.url);
  const loads = {
    bareHome: () => measure(bare, seconds, gzip),
    home: () => measure(portal.url, seconds, gzip),
    bareProcedure: () => measure(bare + procedure, seconds, gzip),
    procedure: () => measure(portal.url, seconds, uncached(procedure)),
    inserts: () => measureInserts(portal.database, insert, databaseConnections, seconds),
    bareSheets: () => measure(bare, seconds, sheetLoad(round)),
    sheets: () => measure(portal.url, seconds, sheetLoad(round)),
  };
  // What a load left unanswered is worked off before the next one starts.
  const settle = () => fetch(`${portal.url}/readyz`).then((answer) => answer.text());
  const results = await inTurns(loads, runs, settle);
  const { bareHome, home, bareProcedure, procedure: page, inserts, bareSheets, sheets } = results;
  print([
    { name: "bare node:http, the home page's bytes", result: bareHome },
    { name: "portal, home page (kept)", result: home, against: bareHome },
    { name: "bare node:http, a procedure's bytes", result: bareProcedure },
    { name: "portal, a procedure rendered anew each time", result: page, against: bareProcedure },
    { name: "bare PostgreSQL, one row a transaction", result: inserts },
    { name: "bare node:http + one row a transaction", result: bareSheets, against: inserts },
    { name: "portal, survey sheet by the API", result: sheets, against: bareSheets },
    { name: "portal, survey sheet, against PostgreSQL", result: sheets, against: inserts },
  ]);
}

/** One load after the other, round after round, so that a machine that warms up or slows down treats all alike. */
async function inTurns<Name extends string>(
  loads: Record<Name, () => Promise<Measured>>,
  runs: number,
  settle: () => Promise<unknown>,
): Promise<Record<Name, Measured>> {
  const taken = new Map<Name, Measured[]>();
  for (let run = 1; run <= runs; run += 1) {
    say(`run ${run} of ${runs} …`);
    for (const name of Object.keys(loads) as Name[]) {
      await settle();
      taken.set(name, [...(taken.get(name) ?? []), await loads[name]()]);
    }
  }
  return Object.fromEntries([...taken].map(([name, list]) => [name, medianOf(list)])) as Record<Name, Measured>;
}

/** A query that nobody asked before, so that no kept page answers it. */
function uncached(path: string) {
  let n = 0;
  const headers = { "Accept-Encoding": "gzip" };
  return { requests: [{ path, headers, setupRequest: (asked: object) => ({ ...asked, path: `${path}?lan=${process.pid}-${(n += 1)}` }) }] };
}

function print(rows: readonly Row[]) {
  const heads = ["", "req/s", "p50 ms", "p99 ms", "failed", "ratio"];
  const cells = rows.map(({ name, result, against }) => [
    name,
    result.perSecond.toFixed(0),
    result.p50.toFixed(1),
    result.p99.toFixed(1),
    String(result.failed),
    against ? (result.perSecond / against.perSecond).toPrecision(2) : "1.0",
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  const note = `Medians; ${connections} connections; ratio: requests a second against the bare line above it.`;
  process.stdout.write(`\n${[heads, ...cells].map(line).join("\n")}\n\n${note}\n`);
}

/** A page's bytes and headers as they travel, compressed. */
function readPage(url: string, path: string): Promise<{ headers: Record<string, string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("end", () => {
        const own = new Set(["connection", "keep-alive", "date", "transfer-encoding"]);
        const body = Buffer.concat(pieces);
        const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !own.has(name))) as Record<string, string | string[]>;
        resolve({ headers: { ...headers, "content-length": String(body.byteLength) }, body: body.toString("base64") });
      });
    }).once("error", reject);
  });
}

async function firstProcedure(url: string): Promise<string> {
  const { items } = (await (await fetch(`${url}/api/v1/procedures?limit=1`)).json()) as { items: { slug: string }[] };
  const [first] = items;
  if (!first) throw new Error("The demo world has no procedure");
  return first.slug;
}

function bounded(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`${text} is not a whole number from 1 to ${most}.\n\n${usage}`);
  return number;
}

await bench();
