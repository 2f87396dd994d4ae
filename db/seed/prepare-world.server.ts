import { sql } from "drizzle-orm";
import { calendarDays, calendarVersions, deadlineRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { officialDays, officialDaysRelease } from "#app/domain/calendar/official-days.ts";
import { defaultRules } from "#app/domain/calendar/rules.ts";
import { jobNames } from "#app/domain/queue-job.server.ts";
import { prepareServiceRules } from "#app/domain/service-quality/index.server.ts";
import { prepareQuestionnaires } from "#app/domain/surveys/index.server.ts";

/** Any number, the same on every node: two that boot at once prepare one after the other. */
const lock = 7_406_214;

/**
 * What every world needs before its first visitor: the calendar as version 1, the deadline rules, the questionnaires. Runs on every
 * boot, in production too; what is there already is left as it is.
 */
export async function prepareWorld(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
    await prepareQueues(tx);
    await prepareCalendar(tx, now);
    await prepareRules(tx, now);
    await prepareQuestionnaires(tx);
    await prepareServiceRules(tx);
  });
}

/** Acts put jobs into the queues before any worker of this world has started. */
async function prepareQueues(tx: Db): Promise<void> {
  for (const name of jobNames) await tx.execute(sql`select pgboss.create_queue(${name}, '{"policy":"standard"}')`);
}

async function prepareCalendar(tx: Db, now: Date): Promise<void> {
  const [there] = await tx.select({ id: calendarVersions.id }).from(calendarVersions).limit(1);
  if (there) return;

  const [version] = await tx
    .insert(calendarVersions)
    .values({ note: `Lịch nghỉ 2020–2031, bản ${officialDaysRelease}`, createdAt: now })
    .returning();
  if (!version) throw new Error("The calendar was not stored");
  await tx.insert(calendarDays).values(
    officialDays.map(({ day, kind, nameVi, nameEn, source, unitId }) => ({
      versionId: version.id,
      day,
      kind,
      nameVi,
      nameEn,
      source,
      unitId,
      createdAt: now,
    })),
  );
}

async function prepareRules(tx: Db, now: Date): Promise<void> {
  const [there] = await tx.select({ id: deadlineRules.id }).from(deadlineRules).limit(1);
  if (!there) await tx.insert(deadlineRules).values(defaultRules.map((rule) => ({ ...rule, createdAt: now })));
}
