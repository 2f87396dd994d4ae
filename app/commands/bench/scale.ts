import { foldCaseDays } from "#app/domain/feedback/index.server.ts";
import { keepTitleWords } from "#app/domain/publishing/index.server.ts";
import { connect } from "#db/client.server.ts";
import { say } from "../folder.mjs";
import { askInTurns, pagesAsked, plansOf, type Side, tableOf } from "./ask-pages.ts";
import { type ScaleWorld, scalePages } from "./scale-pages.ts";
import { caseKey } from "./seed-words.ts";
import { seedCases } from "./seed-cases.ts";
import { startPortal } from "./servers.ts";
import { signInAll } from "./sign-in.ts";

/** Asked at least so often; a page in the middle of its times is the measure. */
const turns = 15;

/**
 * `--only scale`: each page at 3,000 and at 300,000 cases, in turns, on two portals with two databases; prints the medians, their
 * ratio, and every plan that reads a large table from its beginning to its end. Nothing is asserted.
 * @param wish `sizes` the two numbers of cases; `asked` pages whose name holds it, all when empty
 */
export async function compareScales({ runs, asked, sizes }: { runs: number; asked: string; sizes: readonly [number, number] }): Promise<void> {
  const sides: { side: Side<ScaleWorld>; stop: () => Promise<void> }[] = [];
  try {
    for (const cases of sizes) sides.push(await prepare(cases));
    const [small, large] = sides;
    if (!small || !large) return;
    const pages = pagesAsked(scalePages, asked);
    const both = [small.side, large.side] as const;
    const rows = await askInTurns(pages, both, turns * runs);
    // Before the plans, for which connections are ended: what was measured is told whatever comes then.
    process.stdout.write(`\n${tableOf(sizes, rows)}`);
    const told = { few: await plansOf(both[0], pages), many: await plansOf(both[1], pages) };
    process.stdout.write(
      `\n${tableOf(sizes, rows, told)}\n` +
        "Medians, one request at a time, no kept page; statements of one request as PostgreSQL timed them. Under each page the slowest statement at the larger size, and what it read whole.\n",
    );
  } finally {
    for (const { stop } of sides) await stop();
  }
}

async function prepare(cases: number) {
  say(`starting a demo world and adding ${cases} cases …`);
  const { url, database, stop } = await startPortal();
  try {
    const { db, client } = connect(database, 2, "bench");
    const startedAt = performance.now();
    await seedCases(client, { cases, today: new Date().toISOString().slice(0, 10) });
    say(`${cases} cases in ${Math.round((performance.now() - startedAt) / 1000)} s; folding their days …`);
    let folded = await foldCaseDays(db);
    while (folded > 0) folded = await foldCaseDays(db);
    await keepTitleWords(db);
    await client.unsafe("vacuum (analyze) case_days, case_day_changes, public_counts, title_words");
    const world = await readWorld(client, url);
    await client.end();
    const [openCode = ""] = world.publicCodes;
    return { side: { url, database, world, cookies: await signInAll(url, { code: openCode, key: caseKey }) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readWorld(client: ReturnType<typeof connect>["client"], url: string): Promise<ScaleWorld> {
  const codes = async (where: string) =>
    (
      await client.unsafe<{ code: string }[]>(
        `select code from cases where ${where} and id not in (select case_id from case_identities) order by code limit 20`,
      )
    ).map(({ code }) => code);
  const [busiest] = await client<{ unit: string; authority: string; procedure: string }[]>`
    select (select unit_slug from public_copies where kind = 'case' and unit_slug <> authority_slug group by 1 order by count(*) desc, 1 limit 1) as unit,
      (select authority_slug from public_copies where kind = 'case' group by 1 order by count(*) desc, 1 limit 1) as authority,
      (select procedure_slug from public_copies where kind = 'case' and procedure_slug is not null group by 1 order by count(*) desc, 1 limit 1) as procedure`;
  const [middle] = await client<{ day: string; slug: string }[]>`
    select sort_day::text as day, slug from public_copies where kind = 'case' order by sort_day desc, slug offset (select count(*) / 2 from public_copies where kind = 'case') limit 1`;
  // Words of the middle: neither in every text nor in none.
  const words = await client<{ word: string }[]>`
    select word from ts_stat('select search from public_copies where kind = ''case'' order by slug limit 2000') where length(word) > 3 and word !~ '[0-9]' and ndoc between 20 and 200 order by word limit 60`;
  if (!busiest || !middle) throw new Error(`${url} has no public cases`);
  return {
    publicCodes: await codes(
      "state = 'DONG' and exists (select 1 from public_copies p where p.kind = 'case' and p.slug = cases.code and hidden_at is null)",
    ),
    openCodes: await codes("state in ('DA_TIEP_NHAN', 'DA_PHAN_CONG', 'DANG_XU_LY', 'MOI')"),
    ...busiest,
    cursor: Buffer.from(JSON.stringify(middle)).toString("base64url"),
    words: words.map(({ word }) => word),
  };
}
