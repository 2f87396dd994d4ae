import pino from "pino";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { monthValues } from "#db/schema/index.ts";
import { prepareServiceRules } from "#app/domain/service-quality/index.server.ts";
import { expect, test } from "#tests/support/test.ts";
import { freezeMonths } from "./freeze-months.server.ts";

test("a month that is not frozen leaves a line that says of whom and why, and the night goes on", async ({ db }) => {
  await prepareServiceRules(db);
  const [refused, broken, whole] = [await makeUnit(db), await makeUnit(db), await makeUnit(db)];
  for (const parent of [refused, broken, whole]) await makeUnit(db, { parent });
  const { id: enteredById } = await makeOfficial(db);
  const value = { month: "2026-09", code: "2.1", numerator: 1, denominator: 2, enteredOn: "2026-10-02", enteredById };
  await db.insert(monthValues).values({ ...value, authorityId: refused.id, source: "Theo bà Lan, 0912 345 678" });
  await db.execute(`alter table service_months add constraint breaks check (authority_id <> '${broken.id}')`);

  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  await freezeMonths({ db, log, now: () => new Date("2026-10-05T03:00:00Z") });
  const of = (authority: string) => lines.find((line) => line.authority === authority);
  expect(of(refused.slug)).toMatchObject({ level: 50, month: "2026-09", refused: "publish.personal_data" });
  expect(of(broken.slug)).toMatchObject({ level: 50, month: "2026-09", err: { type: expect.any(String) as string } });
  expect(lines).toContainEqual(expect.objectContaining({ level: 30, frozen: 1 }));
  expect(JSON.stringify(lines)).not.toContain("0912");
});
