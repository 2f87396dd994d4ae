import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { bruteForceCounts, bruteForceProfiles, randomSheets } from "#tests/support/brute-force.ts";
import { house } from "#tests/support/source-files.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import * as schema from "#db/schema/index.ts";
import { sheets } from "#db/schema/index.ts";
import { countProfiles } from "#app/domain/surveys/count-profiles.server.ts";
import { countAllSheets, countSheets, countSheetsByDay, countSheetsSoFar } from "#app/domain/surveys/count-sheets.server.ts";
import { countSheetsByUnit } from "#app/domain/surveys/count-sheets-by-unit.server.ts";
import type { Round } from "#app/domain/surveys/find-round.server.ts";
import { foldAllSheets, foldSheets } from "#app/domain/surveys/fold-sheets.server.ts";
import { storeQuestionnaire } from "#app/domain/surveys/prepare-questionnaires.server.ts";

type Place = { unitId: string; procedureId: string | null };
type World = { round: Round; places: Place[] };

const words = (text: string) => ({ vi: text, en: text });
const options = ["a", "b", "c"].map((code) => ({ code, label: words(code) }));
const asked = (code: string, kind: string, part: string, more: object = {}) => ({ code, kind, part, required: false, text: words(code), ...more });

/** Two factors, the overall question, one of several and one of one choice, and two answers about oneself. */
const questionnaire = {
  code: "giua-mua-phieu",
  version: 1,
  title: words("Giữa mưa phiếu"),
  intro: words("a"),
  consent: words("a"),
  closing: words("a"),
  scale: ["1", "2", "3", "4", "5"].map((label, index) => ({ value: index + 1, label: words(label) })),
  indexVariant: "pooled",
  factors: ["F1", "F2"].map((code) => ({ code, name: words(code) })),
  questions: [
    asked("A", "scale5", "service", { factor: "F1", notApplicable: true }),
    asked("B", "scale5", "service", { factor: "F1" }),
    asked("C", "scale5", "service", { factor: "F2" }),
    asked("D", "scale5", "overall"),
    asked("M", "multiple", "process", { options }),
    asked("Y", "yesno", "process"),
    asked("S", "single", "profile", { options }),
    asked("T", "single", "profile", { options }),
  ],
};

/** A round that three kinds of people answer about three places. */
async function makeWorld(db: Db): Promise<World> {
  const version = { id: await storeQuestionnaire(db, questionnaire) };
  const units = [await makeUnit(db), await makeUnit(db), await makeUnit(db)];
  const round = await makeRound(db, { units, version, modes: ["open_link", "kiosk", "sample"] });
  const places = await Promise.all(
    units.map(async (unit, index) => ({ unitId: unit.id, procedureId: index === 0 ? null : (await makeProcedure(db, { unit })).id })),
  );
  return { round, places };
}

/** The portal's figures and the sheets themselves, as they are at one moment: equal to the last sheet. */
async function expectEqual(db: Db, { round }: World): Promise<number> {
  return db.transaction(
    async (tx) => {
      const counts = await countSheets(tx, round.id, round.layout);
      expect(counts.map(({ profiles: _sums, ...cell }) => cell)).toEqual(await bruteForceCounts(tx, round));
      expect(await countSheetsSoFar(tx, round.id, round.layout)).toEqual(counts);
      expect(await countProfiles(tx, round.id, round.layout)).toEqual(await bruteForceProfiles(tx, round));
      const n = counts.reduce((sum, cell) => sum + cell.sheets, 0);
      const sumOf = (rows: readonly { n: number }[]) => rows.reduce((sum, row) => sum + row.n, 0);
      const totals = [await countAllSheets(tx, round.id), sumOf(await countSheetsByDay(tx, round.id)), sumOf(await countSheetsByUnit(tx, round.id))];
      expect(totals).toEqual([n, n, n]);
      return n;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** Sheets come in by handfuls until it is stopped. Gives how many came. */
function startStream(db: Db, { round, places }: World) {
  let stopped = false;
  let n = 0;
  const ended = (async () => {
    for (let seed = 1; !stopped; seed += 1) {
      const list = randomSheets(round, places, { seed, n: 1 + (seed % 9) });
      await db.insert(sheets).values(list);
      n += list.length;
      await pause(4 + (seed % 4));
    }
    return n;
  })();
  return {
    stop: () => {
      stopped = true;
      return ended;
    },
  };
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

test("figures equal the sheets at every moment while sheets stream in and PostgreSQL ends the folds' connections", async () => {
  const { db, client, url } = await cloneDatabase(6);
  const world = await makeWorld(db);
  const folder = connectAs(url, "folding");
  const stream = startStream(db, world);
  let folding = true;
  let cut = 0;
  const fold = async () => {
    while (folding) {
      try {
        if ((await foldSheets(folder.db, world.round.id, 11)) === 0) await pause(3);
      } catch {
        cut += 1;
      }
    }
  };
  const folds = [fold(), fold()];

  let seen = 0;
  for (let moment = 0; moment < 14; moment += 1) {
    await pause((moment * 7) % 23);
    await client`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folding' and datname = current_database() and state = 'active' limit 1`;
    const n = await expectEqual(db, world);
    expect(n).toBeGreaterThanOrEqual(seen);
    seen = n;
  }
  const sent = await stream.stop();
  folding = false;
  await Promise.all(folds);
  expect(cut).toBeGreaterThan(0);
  expect(await expectEqual(db, world)).toBe(sent);

  await foldAllSheets(db, world.round.id);
  expect(await expectEqual(db, world)).toBe(sent);
  await folder.client.end();
  await client.end();
});

test(
  "figures equal the sheets at every moment while the process that folds is killed, three times",
  { timeout: 90_000 },
  async ({ onTestFinished }) => {
    const { db, client, url } = await cloneDatabase(6);
    const world = await makeWorld(db);
    // They take their time to start, so they start together and wait.
    const folders = await Promise.all([1, 2, 3].map(() => startFolder(url, onTestFinished)));
    const stream = startStream(db, world);
    let folded = 0;
    for (const [index, folder] of folders.entries()) {
      await folder.fold();
      for (let moment = 0; moment < 3; moment += 1) {
        await pause(index * 17 + moment * 5);
        await expectEqual(db, world);
      }
      await folder.kill();
      await expectEqual(db, world);
      const [row] = await client<{ n: number }[]>`select count(*)::int as n from sheets where folded`;
      expect(row?.n).toBeGreaterThan(folded);
      folded = row?.n ?? 0;
    }
    const sent = await stream.stop();
    expect(await expectEqual(db, world)).toBe(sent);
    await foldAllSheets(db, world.round.id);
    expect(await expectEqual(db, world)).toBe(sent);
    const [left] = await db
      .select({ n: sql<number>`count(*)::int` })
      .from(sheets)
      .where(eq(sheets.folded, false));
    expect(left?.n).toBe(0);
    await client.end();
  },
);

/** Two connections that can be told apart from all others by their name. */
function connectAs(url: string, name: string) {
  const named = postgres(url, { max: 2, onnotice: () => undefined, connection: { application_name: name } });
  return { client: named, db: drizzle(named, { schema, casing: "snake_case" }) };
}

/** A process of its own that, once it is told to, folds in small batches for as long as it lives. */
async function startFolder(url: string, onTestFinished: (end: () => void) => void) {
  const program = `
    const { connect } = await import("#db/client.server.ts");
    const { foldSheets } = await import("#app/domain/surveys/fold-sheets.server.ts");
    const { db, client } = connect(${JSON.stringify(url)}, 2);
    const [{ id }] = await client\`select id from rounds\`;
    console.log("ready");
    await new Promise((resolve) => process.stdin.once("data", resolve));
    for (let told = false; ; ) {
      const folded = await foldSheets(db, id, 13);
      if (folded > 0 && !told) console.log("folding");
      told ||= folded > 0;
    }`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    cwd: house,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  onTestFinished(() => void child.kill("SIGKILL"));
  await Promise.race([once(child.stdout, "data"), exited]);
  return {
    /** Answers when it has folded something. */
    async fold() {
      child.stdin.write("fold\n");
      await Promise.race([once(child.stdout, "data"), exited]);
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
