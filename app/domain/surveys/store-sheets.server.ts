import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { idempotencyKeys, sheets, sheetTexts, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import { queueJob } from "../queue-job.server.ts";
import { type Done, done, type Refused, refuse } from "../outcome.ts";
import { findDevicesSeen } from "./device-days.server.ts";
import { readSubmissions, type Submission, type Understood, type WrongSheet } from "./read-submissions.server.ts";
import { flagsOf } from "./sheet-flags.ts";

export type { Submission } from "./read-submissions.server.ts";

export type SubmissionOutcome =
  | Done<{ receipt: string; repeated: boolean; dissatisfied: boolean }>
  | Refused<
      | "survey.not_found"
      | "survey.not_open"
      | "survey.mode_not_open"
      | "survey.unit_not_in_round"
      | "survey.slip_unknown"
      | "survey.slip_used"
      | "survey.slip_expired"
      | "request.key_reused"
    >
  | WrongSheet;

/**
 * Stores sheets in one transaction and answers each, in their order. Written about a sheet: its answers, unit,
 * procedure, mode, language and day, under a random id. Written about its sending, apart and not to be joined to it: the
 * key's row (secret fingerprints) and the slip's (a day).
 * @param fold asks for a fold of the first sheet's round, with these sheets
 */
export async function storeSheets(
  db: Db,
  keys: Keys,
  list: readonly { submission: Submission; now: Date }[],
  { fold = false }: { fold?: boolean } = {},
): Promise<SubmissionOutcome[]> {
  return db.transaction(async (tx) => {
    const outcomes: (SubmissionOutcome | undefined)[] = [];
    const understood: Understood[] = [];
    for (const [index, one] of (await readSubmissions(tx, keys, list)).entries()) {
      if ("index" in one) understood.push(one);
      else outcomes[index] = one;
    }

    const { fresh, seen, echoes } = await claimKeys(tx, understood);
    for (const [one, outcome] of seen) outcomes[one.index] = outcome;
    for (const one of fresh) outcomes[one.index] = one.whyNot;

    const allowed = fresh.filter((one) => one.whyNot === undefined);
    for (const [one, outcome] of await useSlips(tx, allowed)) outcomes[one.index] = outcome;

    const stored = allowed.filter((one) => outcomes[one.index] === undefined);
    await insertSheets(tx, stored);
    if (fold && stored[0]) await queueJob(tx, { name: "fold-sheets", data: { roundId: stored[0].round.id } });
    for (const one of stored) outcomes[one.index] = done({ receipt: one.receipt, repeated: false, dissatisfied: one.sheet.dissatisfied });
    for (const [one, first] of echoes) outcomes[one.index] = answerAgain(one, first, outcomes[first.index]);

    const refused = fresh.filter((one) => !stored.includes(one)).map((one) => one.keyHash);
    if (refused.length > 0) await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.keyHash, refused));
    return list.map((_, index) => outcomes[index] ?? refuse("survey.not_found"));
  });
}

/**
 * Takes the keys that nobody has taken. For those taken before (`seen`) the first answer is given again, whatever happened
 * to the round or the slip since: what was acknowledged stays acknowledged. `echoes` are those sent twice in this batch.
 */
async function claimKeys(tx: Db, list: readonly Understood[]) {
  const firsts = new Map<string, Understood>();
  for (const one of list) if (!firsts.has(one.keyHash)) firsts.set(one.keyHash, one);
  const echoes = new Map<Understood, Understood>();
  for (const one of list) {
    const first = firsts.get(one.keyHash);
    if (first && first !== one) echoes.set(one, first);
  }
  if (firsts.size === 0) return { fresh: [], seen: new Map<Understood, SubmissionOutcome>(), echoes };

  // Always in the same order, so that two transactions never wait for each other.
  const rows = [...firsts.values()].sort((a, b) => (a.keyHash < b.keyHash ? -1 : 1));
  const claimed = await tx
    .insert(idempotencyKeys)
    // Without the time: rows of one transaction can be told to be, and what was written in words stands beside this one.
    .values(
      rows.map(({ keyHash, bodyHash, receipt, day }) => ({ keyHash, bodyHash, answer: { receipt }, createdAt: startOfCivilDay(plusDays(day, 1)) })),
    )
    .onConflictDoNothing()
    .returning({ keyHash: idempotencyKeys.keyHash });
  const ours = new Set(claimed.map(({ keyHash }) => keyHash));
  const taken = rows.filter((one) => !ours.has(one.keyHash));
  const earlier =
    taken.length === 0
      ? []
      : await tx
          .select()
          .from(idempotencyKeys)
          .where(
            inArray(
              idempotencyKeys.keyHash,
              taken.map((one) => one.keyHash),
            ),
          );

  const seen = new Map(
    taken.map((one) => {
      const same = earlier.some((row) => row.keyHash === one.keyHash && row.bodyHash === one.bodyHash);
      return [one, same ? repeat(one) : refuse("request.key_reused")] as const;
    }),
  );
  return { fresh: rows.filter((one) => ours.has(one.keyHash)), seen, echoes };
}

const repeat = (one: Understood): SubmissionOutcome => done({ receipt: one.receipt, repeated: true, dissatisfied: one.sheet.dissatisfied });

/** The same key twice at once: the second gets what the first got. */
function answerAgain(one: Understood, first: Understood, outcome: SubmissionOutcome | undefined): SubmissionOutcome | undefined {
  if (one.bodyHash !== first.bodyHash) return refuse("request.key_reused");
  return outcome?.ok ? repeat(one) : outcome;
}

/** Uses slips up, one guarded update: of however many who hold the same code, one wins. Gives the refusals of the rest. */
async function useSlips(tx: Db, list: readonly Understood[]): Promise<Map<Understood, SubmissionOutcome>> {
  const refusals = new Map<Understood, SubmissionOutcome>();
  for (const one of list) {
    if (one.slipHash === null) continue;
    const [used] = await tx
      .update(slips)
      // Who was drawn is known: by the day of use their sheet could be looked for, so theirs keeps none.
      .set({ state: "used", usedOn: sql`case when ${slips.mode} = 'sample' then null else ${one.day}::date end` })
      .where(and(eq(slips.codeHash, one.slipHash), eq(slips.roundId, one.round.id), eq(slips.state, "issued"), gte(slips.expiresOn, one.slipDay)))
      .returning({ unitId: slips.unitId, procedureId: slips.procedureId, mode: slips.mode });
    if (used) {
      one.mode = used.mode;
      one.unitId = used.unitId;
      one.procedureId = used.procedureId;
      continue;
    }
    const [slip] = await tx
      .select()
      .from(slips)
      .where(and(eq(slips.codeHash, one.slipHash), eq(slips.roundId, one.round.id)));
    if (!slip || slip.state === "cancelled") refusals.set(one, refuse("survey.slip_unknown"));
    else refusals.set(one, slip.state === "used" ? refuse("survey.slip_used") : refuse("survey.slip_expired"));
  }
  return refusals;
}

async function insertSheets(tx: Db, list: readonly Understood[]): Promise<void> {
  if (list.length === 0) return;
  const seen = await findDevicesSeen(tx, list);
  await tx.insert(sheets).values(
    list.map(({ sheet, round, unitId, procedureId, mode, language, day, secondsTaken }, index) => ({
      roundId: round.id,
      questionnaireVersionId: round.questionnaireVersionId,
      unitId: unitId ?? round.authorityId,
      procedureId,
      mode,
      language,
      day,
      answers: sheet.answers,
      choices: sheet.choices,
      flags: flagsOf(sheet, { secondsTaken, sameDevice: seen.has(index) }),
    })),
  );
  const texts = list.flatMap(({ sheet, round, unitId, day }) =>
    sheet.texts.map((text) => ({ ...text, roundId: round.id, unitId: unitId ?? round.authorityId, month: `${day.slice(0, 7)}-01` })),
  );
  if (texts.length > 0) await tx.insert(sheetTexts).values(texts);
}
