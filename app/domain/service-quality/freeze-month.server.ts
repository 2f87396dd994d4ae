import { createHash } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import { monthValues, serviceMonths } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, recordEvent } from "../audit/index.server.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks, listDescendantIds } from "../units/index.server.ts";
import { listAuthorities } from "./authorities.server.ts";
import { caseFacts, countAboutDossiers, countReceived } from "./case-facts.server.ts";
import { findMonthCount } from "./dossiers.server.ts";
import { figuresOfMonth, type MonthFigures } from "./month-figures.ts";
import { MonthSnapshot } from "./month-snapshot.ts";
import { daysOf, isMonth, monthOf, periodBefore } from "./period.ts";
import { procedureFacts } from "./procedure-facts.server.ts";
import { editionsOf } from "./publish-sheet.server.ts";
import { rulesById, rulesOn, type StoredRules } from "./rules.server.ts";

/** The indicator under which dossiers are brought that 5.4 rests on. */
const dossierIndicator = "1";

/** Freezes the last month that is over for every authority that has not had it frozen. @returns how many were */
export async function freezeDueMonths(db: Db, now: Date): Promise<number> {
  const month = periodBefore(monthOf(civilDay(now)));
  let frozen = 0;
  for (const { id } of await listAuthorities(db, daysOf(month)?.to ?? civilDay(now))) {
    if ((await freezeMonth(db, "portal", { authorityId: id, month }, now)).ok) frozen += 1;
  }
  return frozen;
}

/** Counts a month that is over, keeps it for good and publishes its figures; once for each authority. */
export async function freezeMonth(db: Db, by: Actor, wish: { authorityId: string; month: string }, now: Date) {
  const { authorityId, month } = wish;
  const days = isMonth(month) ? daysOf(month) : undefined;
  if (!days || days.to >= civilDay(now)) return refuse("service_quality.not_over");
  return inOneAct(db, async (tx) => {
    const [there] = await tx.select({ id: serviceMonths.id }).from(serviceMonths).where(monthOfAuthority(wish)).limit(1);
    if (there) return refuse("service_quality.month_is_there");
    const stored = await rulesOn(tx, "decision_766", days.to);
    const snapshot = await countMonth(tx, stored, authorityId, month, days);
    return keep(tx, by, { authorityId, month, version: 1, stored, snapshot, note: null }, now);
  });
}

/**
 * A new version of a frozen month: what the portal counted stays as it was, what officials brought in is taken anew. Needs a reason,
 * which everybody reads.
 */
export async function correctMonth(db: Db, by: Official, wish: { authorityId: string; month: string; note: string }, now = new Date()) {
  const note = wish.note.trim().slice(0, 500);
  if (!note) return refuse("service_quality.correction_needs_reason");
  if (!mayIn(by, "scores.appraise", wish.authorityId)) return refuse("service_quality.not_yours");
  return inOneAct(db, async (tx) => {
    const [last] = await tx.select().from(serviceMonths).where(monthOfAuthority(wish)).orderBy(desc(serviceMonths.version)).limit(1);
    const days = daysOf(wish.month);
    if (!last || !days) return refuse("service_quality.month_not_frozen");
    const stored = await rulesById(tx, "decision_766", last.rulesId);
    const before = MonthSnapshot.parse(last.snapshot);
    const snapshot = { ...before, ...(await broughtIn(tx, wish.authorityId, wish.month, days)) };
    return keep(tx, by, { ...wish, version: last.version + 1, stored, snapshot, note }, now);
  });
}

const monthOfAuthority = ({ authorityId, month }: { authorityId: string; month: string }) =>
  and(eq(serviceMonths.authorityId, authorityId), eq(serviceMonths.month, month));

type Days = { from: CivilDay; to: CivilDay };

async function countMonth(tx: Db, { rules }: StoredRules<"decision_766">, authorityId: string, month: string, days: Days): Promise<MonthSnapshot> {
  const unitIds = await listDescendantIds(tx, [authorityId]);
  const calendar = await currentCalendar(tx);
  return {
    month,
    calendarVersion: calendar.version,
    procedures: await procedureFacts(tx, unitIds, days, rules.procedures, calendar),
    cases: await caseFacts(tx, unitIds, days, rules.steps, calendar),
    received: await countReceived(tx, unitIds, days),
    ...(await broughtIn(tx, authorityId, month, days)),
  };
}

async function broughtIn(tx: Db, authorityId: string, month: string, days: Days): Promise<Pick<MonthSnapshot, "dossiers" | "entered">> {
  const unitIds = await listDescendantIds(tx, [authorityId]);
  const count = await findMonthCount(tx, unitIds, month, dossierIndicator);
  const entered = await tx
    .select()
    .from(monthValues)
    .where(and(eq(monthValues.authorityId, authorityId), eq(monthValues.month, month)))
    .orderBy(asc(monthValues.code));
  return {
    dossiers: count
      ? {
          all: count.sooner + count.onTime + count.late,
          late: count.late,
          reported: await countAboutDossiers(tx, unitIds, days),
          source: count.source,
          importedOn: count.importedOn,
        }
      : null,
    entered: entered.map(({ code, numerator, denominator, source, enteredOn }) => ({ code, numerator, denominator, source, enteredOn })),
  };
}

/** SHA-256 of the figures as they follow from snapshot and rules, hex. */
export const hashFigures = (figures: MonthFigures): string => createHash("sha256").update(JSON.stringify(figures)).digest("hex");

type Kept = {
  authorityId: string;
  month: string;
  version: number;
  stored: StoredRules<"decision_766">;
  snapshot: MonthSnapshot;
  note: string | null;
};

async function keep(tx: Db, by: Actor, { authorityId, month, version, stored, snapshot, note }: Kept, now: Date) {
  const { rules } = stored;
  const figures = figuresOfMonth(rules, snapshot);
  const [kept] = await tx
    .insert(serviceMonths)
    .values({ authorityId, month, version, rulesId: stored.id, snapshot, figuresSha256: hashFigures(figures), note, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: serviceMonths.id });
  if (!kept) return refuse("service_quality.month_is_there");
  const end = daysOf(month)?.to ?? civilDay(now);
  const authority = (await findUnitLinks(tx, [authorityId], end)).get(authorityId);
  if (!authority) return refuse("service_quality.unknown_unit");

  const slug = `${authority.slug}-${month}`;
  const editions = await editionsOf(tx, "service_month", slug);
  const copy = await publish(
    tx,
    by,
    {
      kind: "service_month",
      slug,
      subjectId: kept.id,
      title: {
        vi: `${rules.title.vi}, ${authority.name.vi}, ${month}`,
        en: `${rules.title.en}, ${authority.name.en ?? authority.name.vi}, ${month}`,
      },
      searchText: [authority.name.vi, authority.name.en, month].filter(Boolean).join(" "),
      facets: { unit: authority.slug, authority: authority.slug, facet: month },
      sortDay: end,
      ...(note ? { note } : {}),
      content: {
        authority,
        month,
        rules: { version: stored.version, title: rules.title, basis: rules.basis },
        groups: rules.groups.map(({ code, name, max, items }, at) => ({
          code,
          name,
          max,
          items: items.flatMap((item, place) => {
            const figure = figures.groups[at]?.items[place];
            if (!figure) return [];
            const { mark, numerator, denominator, importedFrom, importedOn } = figure;
            const told = { code: item.code, name: item.name, formula: item.formula, max: item.max, assumed: item.assumed };
            return [{ ...told, mark, numerator, denominator, rate: figure.rate.value, points: figure.points.value, importedFrom, importedOn }];
          }),
        })),
        points: figures.points,
        most: figures.most,
        editions: [...editions, { version, on: civilDay(now), note }],
      },
    },
    now,
  );
  if (!copy.ok) return copy;
  await recordEvent(
    tx,
    by,
    { act: "service_month.frozen", subject: "service_month", subjectId: kept.id, data: { month, version, unit: authority.slug } },
    now,
  );
  return done({ slug, version });
}
