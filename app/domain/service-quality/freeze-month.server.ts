import { and, asc, desc, eq } from "drizzle-orm";
import { monthValues, serviceMonths } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, recordEvent } from "../audit/index.server.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { editionsOf, publish } from "../publishing/index.server.ts";
import { findUnitLinks, listDescendantIds } from "../units/index.server.ts";
import { caseFacts, countAboutDossiers, countReceived } from "./case-facts.server.ts";
import { findDossierCount } from "./dossiers.server.ts";
import { hashFigures } from "./hash-figures.server.ts";
import { figuresOfMonth } from "./month-figures.ts";
import { MonthSnapshot } from "./month-snapshot.ts";
import { daysOf, isMonth } from "./period.ts";
import { personalDataCheck } from "./personal-data-check.server.ts";
import { procedureFacts } from "./procedure-facts.server.ts";
import { rulesById, rulesOn, type StoredRules } from "./rules.server.ts";

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
    if ((await personalDataCheck(tx))(note)) return refuse("publish.note_personal_data");
    const [last] = await tx.select().from(serviceMonths).where(monthOfAuthority(wish)).orderBy(desc(serviceMonths.version)).limit(1);
    const days = daysOf(wish.month);
    if (!last || !days) return refuse("service_quality.month_not_frozen");
    const stored = await rulesById(tx, "decision_766", last.rulesId);
    const before = MonthSnapshot.parse(last.snapshot);
    // Months that were frozen without it have it counted once, with their first dossiers.
    const reported = before.reported ?? before.dossiers?.reported ?? (await countReported(tx, wish.authorityId, days));
    const snapshot = { ...before, reported, ...(await broughtIn(tx, stored, wish.authorityId, wish.month, reported)) };
    return keep(tx, by, { ...wish, version: last.version + 1, stored, snapshot, note }, now);
  });
}

const monthOfAuthority = ({ authorityId, month }: { authorityId: string; month: string }) =>
  and(eq(serviceMonths.authorityId, authorityId), eq(serviceMonths.month, month));

type Days = { from: CivilDay; to: CivilDay };

async function countMonth(tx: Db, stored: StoredRules<"decision_766">, authorityId: string, month: string, days: Days): Promise<MonthSnapshot> {
  const { rules } = stored;
  const unitIds = await listDescendantIds(tx, [authorityId]);
  const reported = await countReported(tx, authorityId, days);
  const calendar = await currentCalendar(tx);
  return {
    month,
    calendarVersion: calendar.version,
    procedures: await procedureFacts(tx, unitIds, days, rules.procedures, calendar),
    cases: await caseFacts(tx, unitIds, days, rules.steps, calendar),
    received: await countReceived(tx, unitIds, days),
    reported,
    ...(await broughtIn(tx, stored, authorityId, month, reported)),
  };
}

const countReported = async (tx: Db, authorityId: string, days: Days): Promise<number> =>
  countAboutDossiers(tx, await listDescendantIds(tx, [authorityId]), days);

/** What officials brought or entered until now. @param reported reports about dossiers, as the portal counted them */
async function broughtIn(
  tx: Db,
  { rules }: StoredRules<"decision_766">,
  authorityId: string,
  month: string,
  reported: number,
): Promise<Pick<MonthSnapshot, "dossiers" | "entered">> {
  const count = await findDossierCount(tx, authorityId, month, rules.dossiers.indicator);
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
          reported,
          source: count.source,
          importedOn: count.importedOn,
        }
      : null,
    entered: entered.map(({ code, numerator, denominator, source, enteredOn }) => ({ code, numerator, denominator, source, enteredOn })),
  };
}

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
      sensitiveText: [note, snapshot.dossiers?.source, ...snapshot.entered.map(({ source }) => source)].filter(Boolean).join("\n"),
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
