import { randomUUID } from "node:crypto";
import { makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { sheets, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { readRoundReport, roundFigures } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { expect, test } from "#tests/support/test.ts";
import { roundDocument } from "#app/routes/portal/report/round-document.ts";

const now = new Date("2026-11-12T03:00:00Z");

async function makeReport(db: Db, counts: readonly { answered: number; issued: number; used: number }[]) {
  const authority = await makeUnit(db);
  const units = [];
  for (const _ of counts) units.push(await makeUnit(db, { parent: authority }));
  const round = await makeRound(db, { units, modes: ["desk_slip"], target: 83 });
  for (const [index, { answered, issued, used }] of counts.entries()) {
    const unit = units[index];
    if (!unit) continue;
    const sheet = (place: number) => ({
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      unitId: unit.id,
      mode: "desk_slip" as const,
      language: "vi" as const,
      day: "2026-11-05",
      answers: [(place % 5) + 1, 5],
      choices: [],
    });
    await db.insert(sheets).values(Array.from({ length: answered }, (_, place) => sheet(place)));
    const slip = (state: "used" | "issued") => ({
      codeHash: randomUUID(),
      roundId: round.id,
      unitId: unit.id,
      occasion: "result" as const,
      state,
      issuedOn: "2026-11-01",
      expiresOn: "2026-11-30",
    });
    await db.insert(slips).values(Array.from({ length: issued }, (_, place) => slip(place < used ? "used" : "issued")));
  }
  const report = await readRoundReport(db, round, now);
  const document = roundDocument({ lang: "vi", t: i18nFor("vi").t }, report, "https://langnghe.example/hai-long/dot");
  const table = (section: string) => document.sections.find(({ id }) => id === section)?.tables[0]?.rows ?? [];
  return { round, document, table, units };
}

test("a report's tables say what the round's page says, to the digit", async ({ db }) => {
  const { round, table, units } = await makeReport(db, [
    { answered: 12, issued: 20, used: 12 },
    { answered: 8, issued: 10, used: 8 },
  ]);
  const { groups } = await roundFigures(db, round);
  const [group] = groups;
  expect(table("factors")).toEqual(
    group?.factors.map(({ name, figure }) => [name.vi, figure.n, figure.value, figure.low, figure.high, expect.anything()]),
  );
  expect(table("units").map(([name, n, value]) => [name, n, value])).toEqual(
    group?.units.map(({ name, figure }) => [name.vi, figure.n, figure.value]),
  );
  const names = units.map(({ nameVi }) => nameVi);
  expect(table("sample")).toEqual([
    [names[0], 20, 12, 60],
    [names[1], 10, 8, 80],
    [expect.any(String), 30, 20, 66.67],
  ]);
});

test("slips used by a handful are hidden in a report, and their sum does not give them away", async ({ db }) => {
  const { table, document } = await makeReport(db, [
    { answered: 12, issued: 20, used: 12 },
    { answered: 3, issued: 10, used: 3 },
    { answered: 9, issued: 10, used: 9 },
  ]);
  const rows = table("sample");
  const shown = rows.slice(0, -1).flatMap(([, , used]) => (typeof used === "number" ? [used] : []));
  expect(shown).not.toContain(3);
  const total = rows.at(-1)?.[2];
  if (typeof total === "number") expect(total - shown.reduce((sum, used) => sum + used, 0)).toBeGreaterThanOrEqual(5);
  expect(document.sections.find(({ id }) => id === "sample")?.tables[0]?.note).toBeDefined();
});
