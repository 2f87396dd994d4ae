import { sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import type { CaseState, CaseContent, CaseField, CaseKind, Conclusion, RefusalReason, SubmitterType } from "#app/domain/feedback/vocabulary.ts";
import { keepCases } from "#app/domain/feedback/index.server.ts";
import type { FileStore } from "#app/domain/file-store.ts";
import type { Keys } from "#app/domain/keys.ts";
import { type CaseWish, makeCase } from "../factories/cases.ts";
import type { LoadedOfficials } from "./officials.ts";
import type { LoadedProcedures } from "./procedures.ts";
import { readData } from "./read-data.ts";
import { planCases } from "./case-states.ts";
import type { LoadedUnits } from "./units.ts";

export type Scenario = {
  id: string;
  kind: CaseKind;
  content: CaseContent | null;
  field: CaseField;
  unit: string;
  procedure: string | null;
  submitter: SubmitterType;
  lang: "vi" | "en";
  subject: string;
  body: string;
  place: string | null;
  answer: string | null;
  conclusion: Conclusion | null;
  legalBasis: string | null;
  publicTitle: string | null;
  publicBody: string | null;
  publicAnswer: string | null;
  internalNote: string | null;
  thread: { from: "official" | "sender"; body: string }[];
  ratingComment: string | null;
  rejectReason: RefusalReason | null;
  rejectText: string | null;
  supplementRequest: string | null;
  external: { body: string; letterNo: string } | null;
  confidential?: boolean;
};

type Person = { name: string; phone: string; email: string; address: string; org: string | null };

/** A history of cases in every state and kind, on time and late, made by the acts people use. */
export async function loadCases(
  tx: Db,
  world: { units: LoadedUnits; officials: LoadedOfficials; procedures: LoadedProcedures; keys: Keys; files: FileStore; now: Date },
): Promise<void> {
  const { officials, now } = world;
  const people = readData<Person[]>("demo-people");
  const scenarios = readData<Scenario[]>("case-scenarios");
  const today = civilDay(now);

  const plans = planCases(scenarios);
  const oldestFirst = scenarios
    .flatMap((scenario, index) => {
      const plan = plans[index];
      return plan ? [{ scenario, index, plan }] : [];
    })
    .sort((a, b) => b.plan.daysAgo - a.plan.daysAgo);

  for (const { scenario, index, plan } of oldestFirst) {
    const person = people[index % people.length];
    if (!person) throw new Error("The demo world has no people");
    const procedure = scenario.procedure === null ? undefined : world.procedures.get(scenario.procedure)?.slug;
    const handler = officials.handlersOf.get(scenario.unit) ?? officials.handler;
    const received = new Date(`${plusDays(today, -plan.daysAgo)}T0${1 + (index % 8)}:${String((index * 7) % 60).padStart(2, "0")}:00Z`);
    await makeCase(tx, world.keys, {
      ...wishOf(scenario, plan.state),
      people: { ...officials, handler, head: officials.head },
      unit: { id: world.units.need(scenario.unit) },
      files: world.files,
      receivedAt: received < now ? received : new Date(now.getTime() - 3_600_000),
      ...(plan.days ? { days: plan.days } : {}),
      ...(plan.stars ? { rating: { stars: plan.stars, ...(scenario.ratingComment ? { comment: scenario.ratingComment } : {}) } } : {}),
      ...(plan.supplemented ? { supplemented: true } : {}),
      idempotencyKey: `demo-${scenario.id}`,
      draft: {
        ...(scenario.content ? { content: scenario.content } : {}),
        field: scenario.field,
        ...(procedure ? { procedure } : {}),
        ...(scenario.place ? { place: scenario.place } : {}),
        submitterType: scenario.submitter,
        contact: {
          name: person.name,
          phone: person.phone,
          email: person.email,
          address: person.address,
          ...(person.org && scenario.submitter !== "citizen" ? { organisation: person.org } : {}),
        },
      },
    });
  }

  for (let daysAgo = oldestFirst[0]?.plan.daysAgo ?? 0; daysAgo >= 0; daysAgo -= 20) {
    await keepCases(tx, world.keys, new Date(now.getTime() - daysAgo * 86_400_000));
  }

  // What was written long ago was delivered then: nobody gets a mail today for it.
  await tx.update(messages).set({ state: "sent", attempts: 1, sentAt: sql`${messages.createdAt}` });
  await tx.execute(sql`delete from pgboss.job where name = 'deliver-message'`);
}

function wishOf(scenario: Scenario, state: CaseState): CaseWish {
  return {
    state,
    kind: scenario.kind,
    field: scenario.field,
    subject: scenario.subject,
    body: scenario.body,
    language: scenario.lang,
    acceptPersonalData: true,
    ...(scenario.internalNote ? { note: scenario.internalNote } : {}),
    ...(scenario.thread.length > 0 ? { thread: scenario.thread } : {}),
    ...(scenario.supplementRequest ? { supplementRequest: scenario.supplementRequest } : {}),
    ...(scenario.rejectReason && scenario.rejectText ? { refusal: { reason: scenario.rejectReason, text: scenario.rejectText } } : {}),
    ...(scenario.external ? { external: { body: scenario.external.body, letter: scenario.external.letterNo } } : {}),
    ...(scenario.answer
      ? {
          interim: scenario.answer,
          reply: {
            body: scenario.answer,
            conclusion: scenario.conclusion,
            legalBasis: scenario.legalBasis,
            publicTitle: scenario.publicTitle ?? scenario.subject,
            publicQuestion: scenario.publicBody ?? "",
            publicAnswer: scenario.publicAnswer ?? scenario.answer,
          },
        }
      : {}),
  };
}
