import { and, asc, eq, inArray, like, lt, or, lte, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { cases, officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, plusDays } from "../calendar/civil-day.ts";
import { dueWords, type DueWords } from "../calendar/due-words.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import type { Official } from "../people/official.ts";
import { fold } from "../text.ts";
import { readableBy } from "./scope.server.ts";
import { loadUnitNames, type UnitName } from "./unit-words.server.ts";
import {
  type CaseField,
  type CaseKind,
  type CaseState,
  type Channel,
  openStates,
  originalNumberMaxLength,
  type WorkList,
  workLists,
} from "./vocabulary.ts";
import { isOpen, onList, ours } from "./work-lists.server.ts";

export type WorkFilter = {
  list?: WorkList | undefined;
  state?: CaseState | undefined;
  /** Id of the unit that must answer. */
  unit?: string | undefined;
  kind?: CaseKind | undefined;
  field?: CaseField | undefined;
  channel?: Channel | undefined;
  urgent?: boolean | undefined;
  mine?: boolean | undefined;
  overdue?: boolean | undefined;
  /** Due today (0) or within so many days from today, what is overdue included. */
  dueWithin?: number | undefined;
  q?: string | undefined;
};

export type WorkItem = {
  id: string;
  code: string;
  kind: CaseKind;
  state: CaseState;
  subject: string;
  field: CaseField | null;
  channel: Channel;
  urgent: boolean;
  unit: UnitName | null;
  handler: string | null;
  receivedOn: CivilDay;
  nextDueOn: CivilDay | null;
  /** “còn 2 ngày làm việc” as data; null when nothing is due. */
  due: DueWords | null;
  overdue: boolean;
  revision: number;
};

const farOff = "9999-12-31";
/** This and the next word for word as the index `cases_work_order` has them. */
const dueOn = sql<string>`coalesce(${cases.nextDueOn}, date '9999-12-31')`;
const afterUrgent = sql<boolean>`(not (${cases.urgent} and ${cases.nextDueOn} is not null))`;

/**
 * Cases an official may read: urgent ones of which something is due, then what is due first, last what has no deadline.
 * Keyset pages: a cursor somebody made up starts anew. However long the page, three queries read it.
 * @param options.limit 1–100
 */
export async function listWork(
  db: Db,
  by: Official,
  filter: WorkFilter,
  options: { today: CivilDay; after?: string | null | undefined; limit?: number | undefined },
): Promise<{ items: WorkItem[]; next: string | null }> {
  const limit = Math.min(Math.max(options.limit ?? 30, 1), 100);
  const rows = await db
    .select({ theCase: cases, handler: officials.name })
    .from(cases)
    .leftJoin(officials, eq(cases.handlerId, officials.id))
    .where(and(...conditions(by, filter, options.today), afterCursor(options.after)))
    .orderBy(asc(afterUrgent), asc(dueOn), asc(cases.receivedOn), asc(cases.id))
    .limit(limit + 1);

  const page = rows.slice(0, limit);
  const names = await loadUnitNames(
    db,
    page.map(({ theCase }) => theCase.unitVersionId ?? theCase.aboutUnitVersionId),
  );
  const calendar = await currentCalendar(db);
  const items = page.map(({ theCase, handler }): WorkItem => {
    const nextDueOn = openStates.some((state) => state === theCase.state) ? theCase.nextDueOn : null;
    return {
      id: theCase.id,
      code: theCase.code,
      kind: theCase.kind,
      state: theCase.state,
      subject: theCase.subject,
      field: theCase.field,
      channel: theCase.channel,
      urgent: theCase.urgent,
      unit: names.get(theCase.unitVersionId ?? theCase.aboutUnitVersionId ?? "") ?? null,
      handler,
      receivedOn: theCase.receivedOn,
      nextDueOn,
      due: nextDueOn ? dueWords(calendar, { dueOn: nextDueOn }, options.today) : null,
      overdue: nextDueOn !== null && nextDueOn < options.today && theCase.state !== "CHO_BO_SUNG",
      revision: theCase.revision,
    };
  });
  const last = page.at(-1)?.theCase;
  const next =
    rows.length > limit && last
      ? writeCursor({ urgent: last.urgent && last.nextDueOn !== null, due: last.nextDueOn ?? farOff, received: last.receivedOn, id: last.id })
      : null;
  return { items, next };
}

/** How many cases stand on each list of an official; each number is the length of its list. */
export async function countWork(db: Db, by: Official, today: CivilDay): Promise<Record<WorkList, number>> {
  const columns = Object.fromEntries(
    workLists.map((list) => [list, sql<number>`count(*) filter (where ${onList(list, by, today)})`.mapWith(Number)]),
  ) as Record<WorkList, SQL<number>>;
  const [counted] = await db
    .select(columns)
    .from(cases)
    .where(and(isOpen, readableBy(by)));
  return counted ?? (Object.fromEntries(workLists.map((list) => [list, 0])) as Record<WorkList, number>);
}

function conditions(by: Official, filter: WorkFilter, today: CivilDay): (SQL | undefined)[] {
  const typed = filter.q?.trim() ?? "";
  const code = parseCaseCode(typed);
  return [
    readableBy(by),
    filter.list ? onList(filter.list, by, today) : undefined,
    filter.state ? eq(cases.state, filter.state) : undefined,
    filter.unit ? eq(cases.unitId, filter.unit) : undefined,
    filter.kind ? eq(cases.kind, filter.kind) : undefined,
    filter.mine ? eq(cases.handlerId, by.id) : undefined,
    filter.field ? eq(cases.field, filter.field) : undefined,
    filter.channel ? eq(cases.channel, filter.channel) : undefined,
    filter.urgent ? eq(cases.urgent, true) : undefined,
    filter.overdue ? and(inArray(cases.state, [...ours]), lt(cases.nextDueOn, today)) : undefined,
    filter.dueWithin === undefined ? undefined : and(inArray(cases.state, [...ours]), lte(cases.nextDueOn, plusDays(today, filter.dueWithin))),
    code ? eq(cases.code, code) : undefined,
    typed && !code
      ? or(
          eq(cases.originalNumber, typed.slice(0, originalNumberMaxLength)),
          like(
            cases.searchText,
            `%${fold(typed)
              .slice(0, 100)
              .replace(/[\\%_]/g, "\\$&")}%`,
          ),
        )
      : undefined,
  ];
}

const Cursor = z.object({ urgent: z.boolean(), due: WrittenDay, received: WrittenDay, id: z.uuid() });
type Cursor = z.infer<typeof Cursor>;

const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function afterCursor(text: string | null | undefined): SQL | undefined {
  if (!text || text.length > 400) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    // A cursor somebody made up is as good as none.
    return undefined;
  }
  const cursor = Cursor.safeParse(parsed).data;
  if (!cursor) return undefined;
  const { urgent, due, received, id } = cursor;
  return sql`(${afterUrgent}, ${dueOn}, ${cases.receivedOn}, ${cases.id}) > (${!urgent}::boolean, ${due}::date, ${received}::date, ${id}::uuid)`;
}
