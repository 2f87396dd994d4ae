import { readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../folder.mjs";
import { makeWorld, type World } from "./servers.ts";
import {
  askAgain,
  findStormRound,
  isExact,
  markBefore,
  type Reconciled,
  reconcile,
  type Sent,
  startStorm,
  type StormRound,
} from "./submission-storm.ts";

export type SubmissionsWish = { runs: number; seconds: number; kills: number; people: number };

type Run = Reconciled & { exact: boolean; acknowledged: number; retried: number; perSecond: number; awaySeconds: number; otherReceipts: number };

/** Submissions that are asked for once more at the end of a run; and how long the portal is left at work before the next kill. */
const askedAgain = 200;
const leastUpMs = 1_500;

/**
 * `--only submissions`: sheets by browser form and API as fast as the portal takes them, while it is killed with SIGKILL so many
 * times a run, every second time together with its PostgreSQL; who got no answer tries again with the same key. Then every
 * stored sheet is matched with every one that was sent. Prints a line for each run.
 * @returns whether every run was exact
 */
export async function stormSubmissions({ runs, ...wish }: SubmissionsWish): Promise<boolean> {
  say("starting a demo world for the storm …");
  const world = makeWorld();
  const all: Run[] = [];
  try {
    await world.start();
    const round = await findStormRound(world.url());
    for (let run = 1; run <= runs; run += 1) {
      say(`run ${run} of ${runs}: ${wish.seconds} s with ${wish.kills} kills …`);
      all.push(
        await storm(
          world,
          round,
          wish,
          all.reduce((sum, { stored }) => sum + stored, 0),
        ),
      );
    }
  } finally {
    await world.remove();
  }
  print(all, wish);
  return all.every(({ exact }) => exact);
}

async function storm(world: World, round: StormRound, { seconds, kills, people }: Omit<SubmissionsWish, "runs">, from: number): Promise<Run> {
  await markBefore(world.database());
  const startedAt = performance.now();
  const running = startStorm(round, { url: world.url, people, from });
  let away = 0;
  let backAt = startedAt;
  for (let kill = 0; kill < kills; kill += 1) {
    await until(Math.max(startedAt + ((kill + 0.5) * seconds * 1000) / kills, backAt + leastUpMs));
    const killedAt = performance.now();
    const before = running.sent.filter(({ acknowledged }) => acknowledged).length;
    const postmaster = Number(readFileSync(join(world.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    await world.kill();
    const withDatabase = kill % 2 === 1;
    if (withDatabase) killIfAlive(postmaster);
    await world.start();
    backAt = performance.now();
    away += backAt - killedAt;
    say(`  killed ${withDatabase ? "with its database " : ""}after ${before} acknowledged; back in ${((backAt - killedAt) / 1000).toFixed(1)} s`);
  }
  await until(startedAt + seconds * 1000);
  const all = await running.end();
  const took = (performance.now() - startedAt) / 1000;
  const otherReceipts = (await askAgain(world.url(), round, all, askedAgain)).length;
  const reconciled = await reconcile(world.database(), round, all);
  const acknowledged = all.filter((one) => one.acknowledged).length;
  return {
    ...reconciled,
    exact: isExact(reconciled, all) && otherReceipts === 0,
    acknowledged,
    retried: all.reduce((sum, { tries }: Sent) => sum + tries - 1, 0),
    perSecond: acknowledged / took,
    awaySeconds: away / 1000,
    otherReceipts,
  };
}

const until = (moment: number) => new Promise((resume) => setTimeout(resume, Math.max(0, moment - performance.now())));

function killIfAlive(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // The guard was quicker.
  }
}

function print(runs: readonly Run[], { seconds, kills, people }: Omit<SubmissionsWish, "runs">) {
  const rows = ["acknowledged", "stored", "keys", "lost", "doubled", "strangers", "unanswered", "otherReceipts", "retried"] as const;
  const heads = { otherReceipts: "other receipt" } as Partial<Record<(typeof rows)[number], string>>;
  const line = (name: string, values: readonly string[]) => `${name.padEnd(20)}${values.map((value) => value.padStart(12)).join("")}`;
  process.stdout.write(
    `\n${[
      line(
        "",
        runs.map((_, index) => `run ${index + 1}`),
      ),
      ...rows.map((row) =>
        line(
          heads[row] ?? row,
          runs.map((run) => String(run[row])),
        ),
      ),
      line(
        "acknowledged/s",
        runs.map(({ perSecond }) => perSecond.toFixed(0)),
      ),
      line(
        "seconds away",
        runs.map(({ awaySeconds }) => awaySeconds.toFixed(1)),
      ),
      line(
        "",
        runs.map(({ exact }) => (exact ? "exact" : "DIFFERENT")),
      ),
    ].join(
      "\n",
    )}\n\n${seconds} s a run with ${kills} kills (SIGKILL, every second one with PostgreSQL), ${people} people at once, half by form and half by API; acknowledged/s over the whole run, the time away included. Each stored sheet is told by a number in its answers.\n`,
  );
}
