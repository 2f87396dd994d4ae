import { eq, sql } from "drizzle-orm";
import { slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findProcedureId } from "./find-procedure.server.ts";
import { findRound } from "./find-round.server.ts";
import type { SlipBatch } from "./schemas.ts";
import { drawSlipCode, hashSlipCode } from "./slip-code.server.ts";

/**
 * Issues one-time slips for customers of a unit. The codes are given back once and stored as hashes only: a lost sheet
 * of slips cannot be printed again. They end with the round at the latest.
 */
export async function issueSlips(db: Db, by: Official, batch: SlipBatch, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const today = civilDay(now);
    const round = await findRound(tx, batch.round);
    if (!round) return refuse("survey.not_found");
    const unit = round.units.find(({ slug }) => slug === batch.unit);
    if (!unit) return refuse("survey.unit_not_in_round");
    if (!mayIn(by, "slips.issue", unit.id)) return refuse("survey.not_your_desk");
    if (round.state !== "open" || round.closesOn < today) return refuse("survey.not_open");

    const procedureId = batch.procedure ? await findProcedureId(tx, round.authority.id, batch.procedure) : null;
    if (procedureId === undefined) return refuse("survey.unknown_procedure");

    const lastDay = plusDays(today, batch.validDays);
    const expiresOn = lastDay < round.closesOn ? lastDay : round.closesOn;
    const codes = Array.from({ length: batch.count }, drawSlipCode);
    const number = await nextBatch(tx, round.id);
    await tx.insert(slips).values(
      codes.map((code) => ({
        codeHash: hashSlipCode(code) ?? "",
        roundId: round.id,
        unitId: unit.id,
        procedureId,
        occasion: batch.occasion,
        issuedOn: today,
        expiresOn,
        issuedById: by.id,
        batch: number,
      })),
    );
    await recordEvent(
      tx,
      by,
      {
        act: "slips.issued",
        subject: "slip",
        subjectId: round.id,
        data: { unit: unit.slug, count: codes.length, occasion: batch.occasion, batch: number, expiresOn },
      },
      now,
    );
    return done({ codes, batch: number, expiresOn, round: round.slug, unit, procedure: batch.procedure ?? null });
  });
}

/** Batches of a round are counted from 1, and no two issued at once have the same number. */
async function nextBatch(tx: Db, roundId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slip batch ${roundId}`}, 0))`);
  const [last] = await tx
    .select({ batch: sql<number>`coalesce(max(${slips.batch}), 0)::integer` })
    .from(slips)
    .where(eq(slips.roundId, roundId));
  return (last?.batch ?? 0) + 1;
}
