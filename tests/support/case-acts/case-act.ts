import type { CaseState } from "#app/domain/feedback/vocabulary.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseWish, MadeCase } from "#db/seed/factories/cases.ts";

export type Person = keyof MadeCase["people"];
export type Answer = { ok: boolean; code?: string };

/** How a transition is made by the people of a case, for the tests that prove each one. */
type Common = {
  /** A state it starts from; null: there is no case yet. */
  from: CaseState;
  /** What is particular to the case. */
  wish?: (db: Db) => Promise<CaseWish>;
  /** What must happen first, after the case was made; answers an id the call needs. */
  prepare?: (db: Db, made: MadeCase) => Promise<string>;
  /** When it is done, if not on 17 November 2026. */
  at?: Date;
};

export type OfficeCaseAct = Common & {
  actor: "official";
  who: Person;
  call: (db: Db, by: Official, made: MadeCase, what: { revision?: number }, now: Date, given: string) => Promise<Answer>;
  /** A draft is no event and leaves the case as it is. */
  quiet?: true;
};

export type SenderCaseAct = Common & {
  actor: "sender";
  call: (db: Db, receipt: { code: string; receiptKey: string }, now: Date) => Promise<Answer>;
  /** Both of two at once are right: two messages are two messages. */
  repeatable?: true;
};

export type PortalCaseAct = Common & { actor: "portal"; tooEarly: Date; call: (db: Db, now: Date) => Promise<number> };

export const usualTime = new Date("2026-11-17T03:00:00Z");
export const inTime = new Date("2026-11-12T03:00:00Z");
export const today = "2026-11-17";
export const reason = "Lý do đủ dài để ghi lại.";
export const nobody = "00000000-0000-4000-8000-000000000000";
