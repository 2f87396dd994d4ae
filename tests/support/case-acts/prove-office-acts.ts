import { and, eq } from "drizzle-orm";
import { findCaseForOfficial } from "#app/domain/feedback/index.server.ts";
import { type TransitionName, transitionOf } from "#app/domain/feedback/transitions.ts";
import { caseStates, type OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { permissionsOf } from "#app/domain/people/permissions.ts";
import { roles } from "#app/domain/people/vocabulary.ts";
import type { Db } from "#db/schema/handle.ts";
import { auditEvents, cases, messages } from "#db/schema/index.ts";
import { makeCase, type MadeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { first } from "../first.ts";
import { testKeys } from "../keys.ts";
import { cloneDatabase, expect, test } from "../test.ts";
import { nobody, type OfficeCaseAct, today, usualTime } from "./case-act.ts";

export const rowOf = async (db: Db, { id }: { id: string }) => first(await db.select().from(cases).where(eq(cases.id, id)));
export const eventsOf = (db: Db, { id }: { id: string }, name: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.act, `case.${name}`)));
const countOf = async (db: Db, table: typeof auditEvents | typeof messages) => (await db.select().from(table)).length;

async function ready(db: Db, act: OfficeCaseAct, more: { unit?: Awaited<ReturnType<typeof makeUnit>> } = {}) {
  const about = more.unit && { unit: more.unit, draft: { unit: more.unit.slug } };
  const wish = await act.wish?.(db);
  const made = await makeCase(db, testKeys, {
    state: act.from,
    ...about,
    ...wish,
    ...(about && wish?.draft && { draft: { ...about.draft, ...wish.draft } }),
  });
  return { made, given: (await act.prepare?.(db, made)) ?? nobody };
}

/** Proves each transition: allowed once to the right person; refused for every other role, unit and state, and when late. */
export function proveOfficeActs(group: Readonly<Record<string, OfficeCaseAct>>) {
  const table = Object.entries(group) as [TransitionName & OfficeAct, OfficeCaseAct][];
  const mayDo = async (db: Db, made: MadeCase, by: MadeCase["people"]["intake"]) =>
    (await findCaseForOfficial(db, by, made.code, today))?.mayDo ?? [];

  test.for(table)("%s: the right person does it once, and it leaves its trace", async ([name, act], { db }) => {
    const { made, given } = await ready(db, act);
    const by = made.people[act.who];
    const before = await rowOf(db, made);
    expect(await mayDo(db, made, by)).toContain(name);
    expect(await act.call(db, by, made, { revision: before.revision }, act.at ?? usualTime, given)).toMatchObject({ ok: true });

    const after = await rowOf(db, made);
    expect(after.state).toBe(transitionOf(name).to ?? act.from);
    expect(after.revision).toBe(before.revision + (act.quiet ? 0 : 1));
    const traces = await eventsOf(db, made, name);
    expect(traces).toMatchObject(act.quiet ? [] : [{ officialId: by.id, actor: "official" }]);
  });

  test.for(table)("%s: refused to every role without the right, and nothing is written", async ([name, act], { db }) => {
    const { made, given } = await ready(db, act);
    const [before, traces, mails] = [await rowOf(db, made), await countOf(db, auditEvents), await countOf(db, messages)];
    const { permission } = transitionOf(name);
    const without = roles.filter((role) => permission === null || !permissionsOf[role].includes(permission));
    expect(without.length).toBeGreaterThan(5);
    for (const role of without) {
      const stranger = await makeOfficial(db, { roles: [role] });
      expect([role, await act.call(db, stranger, made, {}, act.at ?? usualTime, given)]).toEqual([role, { ok: false, code: "case.not_yours" }]);
      expect(await mayDo(db, made, stranger)).not.toContain(name);
    }
    expect(await rowOf(db, made)).toEqual(before);
    expect([await countOf(db, auditEvents), await countOf(db, messages)]).toEqual([traces, mails]);
  });

  test.for(table)("%s: refused outside the official's unit", async ([_name, act], { db }) => {
    const { made, given } = await ready(db, act, { unit: await makeUnit(db) });
    const held = made.people[act.who].grants.map((grant) => grant.role);
    const elsewhere = await makeOfficial(db, { roles: held, unit: await makeUnit(db) });
    const before = await rowOf(db, made);
    expect(await act.call(db, elsewhere, made, {}, act.at ?? usualTime, given)).toEqual({ ok: false, code: "case.not_found" });
    expect(await findCaseForOfficial(db, elsewhere, made.code, today)).toBeUndefined();
    expect(await rowOf(db, made)).toEqual(before);
  });

  test.for(caseStates.map((state) => [state]))("in %s everything else is refused, and nothing is written", async ([state], { db }) => {
    const made = await makeCase(db, testKeys, { state: state ?? "MOI" });
    const before = await rowOf(db, made);
    const mails = await countOf(db, messages);
    for (const [name, act] of table) {
      if (transitionOf(name).from.includes(before.state)) continue;
      // What is not theirs to read yet, or not any more, is not even there.
      const seen = await findCaseForOfficial(db, made.people[act.who], made.code, today);
      const code = seen ? "case.wrong_state" : "case.not_found";
      const answer = await act.call(db, made.people[act.who], made, {}, act.at ?? usualTime, nobody);
      expect([name, answer]).toMatchObject([name, { ok: false, code }]);
      expect(seen?.mayDo ?? []).not.toContain(name);
    }
    expect(await rowOf(db, made)).toEqual(before);
    expect(await countOf(db, messages)).toBe(mails);
  });

  test.for(table.filter(([, act]) => !act.quiet))("%s: refused when somebody was faster", async ([_name, act], { db }) => {
    const { made, given } = await ready(db, act);
    const { revision } = await rowOf(db, made);
    const answer = await act.call(db, made.people[act.who], made, { revision: revision - 1 }, act.at ?? usualTime, given);
    expect(answer).toEqual({ ok: false, code: "case.changed_meanwhile" });
  });

  test("of two who do the same at the same time exactly one does it, and one event is written", { timeout: 120_000 }, async () => {
    const { db, client } = await cloneDatabase();
    for (const [name, act] of table) {
      const { made, given } = await ready(db, act);
      const { revision } = await rowOf(db, made);
      const by = made.people[act.who];
      const answers = await Promise.all([1, 2].map(() => act.call(db, by, made, { revision }, act.at ?? usualTime, given)));
      expect([name, answers.filter(({ ok }) => ok).length]).toEqual([name, 1]);
      expect(await eventsOf(db, made, name)).toHaveLength(act.quiet ? 0 : 1);
      expect((await rowOf(db, made)).revision).toBe(revision + (act.quiet ? 0 : 1));
    }
    await client.end();
  });
}
