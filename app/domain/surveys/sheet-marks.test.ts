import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { breakRows, literal } from "#tests/support/break-rows.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { sheets } from "#db/schema/index.ts";
import { countProfiles } from "./count-profiles.server.ts";
import { countSheets } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import { foldAllSheets, foldSheets } from "./fold-sheets.server.ts";
import { storeQuestionnaire } from "./prepare-questionnaires.server.ts";
import { groupOfMode, overallAnswer, sheetFlags } from "./vocabulary.ts";

const words = (text: string) => ({ vi: text, en: text });
const options = (n: number) => Array.from({ length: n }, (_, index) => ({ code: `o${index + 1}`, label: words(`${index + 1}`) }));
const question = (code: string, kind: string, more: object = {}) => ({ code, kind, part: "process", required: false, text: words(code), ...more });

/** Every kind there is. Choices: several, yes or no, three levels, a number, a ranking, an age in bands, a sex, a sensitive one. */
const everyKind = {
  version: 1,
  title: words("Mọi loại câu hỏi"),
  intro: words("a"),
  consent: words("a"),
  closing: words("a"),
  scale: ["1", "2", "3", "4", "5"].map((label, index) => ({ value: index + 1, label: words(label) })),
  indexVariant: "pooled",
  factors: [
    { code: "F1", name: words("F1") },
    { code: "F2", name: words("F2") },
  ],
  questions: [
    question("A", "scale5", { part: "service", factor: "F1", notApplicable: true }),
    question("B", "scale5", { part: "service", factor: "F2" }),
    question("C", "scale5", { part: "overall" }),
    question("M", "multiple", { options: options(4) }),
    question("Y", "yesno"),
    question("T", "scale3", { notApplicable: true }),
    question("N", "number", { min: 2, max: 999 }),
    question("R", "ranking", { options: options(9) }),
    question("P1", "number", {
      part: "profile",
      min: 18,
      max: 120,
      bands: [18, 35, 60].map((from) => ({ code: `b${from}`, label: words(`${from}`), from })),
    }),
    question("P2", "single", { part: "profile", options: options(2) }),
    question("P3", "single", { part: "profile", options: options(2), sensitive: true }),
  ],
};

const level = fc.integer({ min: 0, max: 6 });
const upTo = (max: number) => fc.integer({ min: 0, max });
const ranking = fc.oneof(
  fc.constant(0),
  fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 9 }).map((ranks) => Number(ranks.join(""))),
  upTo(9).map((place) => (place === 0 ? 0 : 10 ** (place - 1))),
);
const sheet = fc.record({
  answers: fc.tuple(level, level, fc.integer({ min: 0, max: 5 })),
  choices: fc.tuple(upTo(15), upTo(2), upTo(4), upTo(998), ranking, upTo(3), upTo(2), upTo(2)),
  flags: upTo(7),
  unit: fc.nat(1),
  procedure: fc.nat(1),
  mode: fc.constantFrom("open_link" as const, "kiosk" as const, "sample" as const),
  day: fc.constantFrom("2026-11-01", "2026-11-30", "2026-12-01"),
  fold: upTo(3),
});

type Made = typeof sheet extends fc.Arbitrary<infer One> ? One : never;
type World = { round: Round; units: string[]; procedures: (string | null)[] };

async function makeWorld(db: Db, code: string): Promise<World> {
  const units = [await makeUnit(db), await makeUnit(db)];
  const [first] = units;
  if (!first) throw new Error("There is no unit");
  const version = { id: await storeQuestionnaire(db, { ...everyKind, code }) };
  const round = await makeRound(db, { units, authority: first, version, modes: ["open_link", "kiosk", "sample"] });
  return { round, units: units.map(({ id }) => id), procedures: [(await makeProcedure(db, { unit: first })).id, null] };
}

const add = (db: Db, { round, units, procedures }: World, list: readonly Made[]) =>
  db.insert(sheets).values(
    list.map(({ answers, choices, flags, unit, procedure, mode, day }) => ({
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      unitId: units[unit] ?? "",
      procedureId: procedures[procedure] ?? null,
      mode,
      language: "vi" as const,
      day,
      answers: [...answers],
      choices: [...choices],
      flags,
    })),
  );

const isLevel = (value: number | undefined) => value !== undefined && value >= 1 && value <= 5;

type Stored = { answers: number[]; choices: number[] };

function sumsOf(own: readonly Stored[], places: readonly number[]) {
  const pairs = own.map(({ answers }) => {
    const given = places.map((place) => answers[place] ?? 0).filter(isLevel);
    return { x: given.length, y: given.filter((value) => value > 3).length };
  });
  const add = (part: (pair: { x: number; y: number }) => number) => pairs.reduce((sum, pair) => sum + part(pair), 0);
  return {
    n: own.length,
    reached: add(({ x }) => Math.min(x, 1)),
    y: add(({ y }) => y),
    x: add(({ x }) => x),
    yy: add(({ y }) => y * y),
    xy: add(({ x, y }) => x * y),
    xx: add(({ x }) => x * x),
  };
}

const profileSums = (own: readonly Stored[]) =>
  [5, 6].flatMap((place) =>
    [1, 2, 3].flatMap((option) => {
      const chosen = own.filter(({ choices }) => choices[place] === option);
      return chosen.length === 0 ? [] : [{ place, option, sums: sumsOf(chosen, [0, 1]) }];
    }),
  );

/** What the counts have to be, from the stored sheets one by one. */
async function bruteForce(db: Db, { round }: World) {
  const all = await db.select().from(sheets).where(eq(sheets.roundId, round.id));
  const values = (place: number, stored: number): number[] => {
    if (place === 0) return stored === 0 ? [0] : [1, 2, 3, 4].filter((option) => Math.floor(stored / 2 ** (option - 1)) % 2 === 1);
    if (place !== 4 || stored === 0) return [stored];
    return [...String(stored)].reverse().flatMap((rank, index) => (rank === "0" ? [] : [(index + 1) * 10 + Number(rank)]));
  };
  const cells = new Map(all.map(({ unitId, procedureId, mode }) => [`${unitId} ${procedureId ?? ""} ${mode}`, { unitId, procedureId, mode }]));
  const counts = [...cells].map(([key, cell]) => {
    const own = all.filter(({ unitId, procedureId, mode }) => `${unitId} ${procedureId ?? ""} ${mode}` === key);
    const levels = (place: number) => [1, 2, 3, 4, 5].map((one) => own.filter(({ answers }) => answers[place] === one).length);
    const choices = round.layout.choices.map((_, place) => {
      const list = own.flatMap(({ choices: stored }) => values(place, stored[place] ?? 0));
      return [...new Set(list)].sort((a, b) => a - b).map((value) => [value, list.filter((one) => one === value).length]);
    });
    const reached = [[0, 1], [0], [1]].map((places) => own.filter(({ answers }) => places.some((place) => isLevel(answers[place]))).length);
    const flags = sheetFlags.map((_, bit) => own.filter((one) => Math.floor(one.flags / 2 ** bit) % 2 === 1).length);
    const sums = [[0, 1], [0], [1]].map((places) => sumsOf(own, places));
    const counted = { ...cell, sheets: own.length, reached, levels: [0, 1, 2].map(levels), choices, flags };
    return cell.mode === "sample" ? { ...counted, sums, profiles: profileSums(own) } : counted;
  });
  const profiles = (["drawn", "self_selected"] as const).flatMap((group) =>
    [5, 6, overallAnswer].flatMap((place) =>
      [1, 2, 3, 4, 5].flatMap((option) => {
        const chosen = ({ choices, answers }: (typeof all)[number]) => (place === overallAnswer ? answers[2] : choices[place]) === option;
        const own = all.filter((one) => groupOfMode[one.mode] === group && chosen(one) && one.answers.some(isLevel));
        const levels = [0, 1, 2].map((at) => [1, 2, 3, 4, 5].map((one) => own.filter(({ answers }) => answers[at] === one).length));
        const reached = own.filter(({ answers }) => isLevel(answers[0]) || isLevel(answers[1])).length;
        return own.length === 0 ? [] : [{ group, place, option, reached, levels }];
      }),
    ),
  );
  return { counts, profiles };
}

async function expectExact(db: Db, world: World) {
  const { counts, profiles } = await bruteForce(db, world);
  const order = (cell: { unitId: string; procedureId: string | null; mode: string }) => `${cell.unitId} ${cell.procedureId ?? ""} ${cell.mode}`;
  const counted = await countSheets(db, world.round.id, world.round.layout);
  expect([...counted].sort((a, b) => (order(a) < order(b) ? -1 : 1))).toEqual([...counts].sort((a, b) => (order(a) < order(b) ? -1 : 1)));
  expect(await countProfiles(db, world.round.id, world.round.layout)).toEqual(profiles);
}

test("counts of every kind of question, of flags and by profile equal the sheets one by one, whatever was folded", async ({ db }) => {
  const world = await makeWorld(db, "moi-loai");
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 20, maxLength: 60 }), async (list) => {
      await add(db, world, list);
      for (const { fold } of list.slice(0, 4)) if (fold > 0) await foldSheets(db, world.round.id, fold * 3);
      await expectExact(db, world);
    }),
    { numRuns: 10 },
  );
  await foldAllSheets(db, world.round.id);
  await expectExact(db, world);
});

test("a round that cannot be folded keeps no other one from it", async () => {
  const { db, client } = await cloneDatabase(4);
  const [broken, whole] = [await makeWorld(db, "gap-loi"), await makeWorld(db, "binh-thuong")];
  for (const world of [broken, whole]) await add(db, world, fc.sample(sheet, { seed: 3, numRuns: 10 }));
  await breakRows(db, "tallies", sql`new.round_id = ${literal(broken.round.id)}`, "insert");
  await expect(foldAllSheets(db)).rejects.toThrow(/insert into tallies/);
  const left = await db.selectDistinct({ id: sheets.roundId }).from(sheets).where(eq(sheets.folded, false));
  expect(left).toEqual([{ id: broken.round.id }]);
  await expectExact(db, whole);
  await client.end();
});

test("a fold that is killed in the middle has counted nothing, and the next one counts it all", async () => {
  const { db, client } = await cloneDatabase(4);
  const world = await makeWorld(db, "bi-ngat");
  await add(db, world, fc.sample(sheet, { seed: 7, numRuns: 80 }));
  await foldAllSheets(db, world.round.id);
  await add(db, world, fc.sample(sheet, { seed: 11, numRuns: 40 }));
  const before = await bruteForce(db, world);

  for (const table of ["tallies", "profile_tallies"]) {
    await client.begin(async (holder) => {
      // Whoever adds to these counts has to wait, in the middle of its statement.
      await holder.unsafe(`select 1 from ${table} for update`);
      const folding = foldSheets(db, world.round.id, 30).then(
        () => "folded",
        () => "killed",
      );
      for (let killed = 0; killed === 0;) {
        const waiting = await holder`
          select pg_cancel_backend(pid) from pg_locks where not granted and locktype in ('transactionid', 'tuple') and pid <> pg_backend_pid()`;
        killed = waiting.length;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await folding).toBe("killed");
    });
    await expectExact(db, world);
  }
  expect(await foldAllSheets(db, world.round.id)).toBe(40);
  await expectExact(db, world);
  expect(await bruteForce(db, world)).toEqual(before);
  await client.end();
});
