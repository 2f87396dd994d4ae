import { randomBytes, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { sampleFrames, samplePeople, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { cut } from "../storable.ts";
import { issueSampleSlips } from "../surveys/index.server.ts";
import { drawFirst, markOf } from "./draw-order.server.ts";
import { openFrame } from "./find-frame.server.ts";
import { planSample } from "./plan-sample.ts";
import { readTransactions } from "./read-transactions.server.ts";
import { roundForSampling } from "./round-for-sampling.server.ts";
import type { SampleWish } from "./schemas.ts";
import { sealContact } from "./sealed-contact.server.ts";
import { toStrata } from "./to-strata.ts";
import { noProcedure, seedMaxLength } from "./vocabulary.ts";

const atOnce = 500;

/**
 * Draws the people of a sample, once: a simple random sample without replacement in each stratum. In the same
 * transaction the rest of the list is erased. Seed, wish and the marks of list and draw go into the trace.
 * Refuses `sample.not_ready` and what `planSample` refuses.
 * @param seed chosen in the open (a lottery's number of that day, say); without one, 128 random bits
 */
export async function drawSample(db: Db, keys: Keys, by: Official, slug: string, what: { wish: SampleWish; seed?: string }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const allowed = await roundForSampling(tx, by, slug, now);
    if (!allowed.ok) return allowed;
    const round = allowed.value;
    const seen = await openFrame(tx, keys, round.id, now);
    if (!seen || seen.frame.state !== "ready") return refuse("sample.not_ready");
    const { frame, kept } = seen;
    const { transactions } = await readTransactions(tx, round, { ...frame, rows: kept.rows }, now);
    const strata = toStrata(transactions, frame.strataKind);
    const plan = planSample(
      what.wish,
      strata.map((stratum) => ({ stratum, population: stratum.transactions.length })),
    );
    if (!plan.ok) return plan;

    const seed = cut(what.seed?.normalize("NFC") ?? "", seedMaxLength) || randomBytes(16).toString("hex");
    const drawn = plan.value.strata.flatMap(({ stratum, invited }) =>
      drawFirst(seed, stratum.key, stratum.transactions, invited).map((transaction) => ({ stratum, transaction })),
    );
    const lineOf = (key: string, dossier: string) => `${key}\t${dossier}`;
    const marks = {
      listSha256: markOf(strata.flatMap(({ key, transactions: own }) => own.map((one) => lineOf(key, one.key)))),
      drawSha256: markOf(drawn.map(({ stratum, transaction }) => lineOf(stratum.key, transaction.key))),
    };
    const [held] = await tx
      .update(sampleFrames)
      .set({ state: "drawn", plan: { ...what.wish }, seed, ...marks, drawnById: by.id, drawnAt: now, sealedRows: null, keyId: null })
      .where(and(eq(sampleFrames.id, frame.id), eq(sampleFrames.state, "ready")))
      .returning({ id: sampleFrames.id });
    if (!held) return refuse("sample.not_ready");

    await tx.delete(sampleStrata).where(eq(sampleStrata.roundId, round.id));
    await tx.insert(sampleStrata).values(
      plan.value.strata.map(({ stratum: { unitId, procedureId }, population, answers, invited }) => ({
        roundId: round.id,
        unitId,
        procedureId,
        population,
        planned: answers,
        drawn: invited,
      })),
    );
    const places = drawn.map(({ stratum: { unitId, procedureId } }) => ({ unitId, procedureId: procedureId === noProcedure ? null : procedureId }));
    const slipIds = await issueSampleSlips(tx, keys, by, round, places, now);
    const people = drawn.map(({ stratum: { unitId, procedureId }, transaction: { contact, channel, language } }, at) => {
      const id = randomUUID();
      return { id, frameId: frame.id, unitId, procedureId, ...sealContact(keys, id, contact), slipId: slipIds[at] ?? null, channel, language };
    });
    for (let from = 0; from < people.length; from += atOnce) await tx.insert(samplePeople).values(people.slice(from, from + atOnce));

    const data = { seed, ...marks, population: plan.value.population, wanted: plan.value.answers, drawn: people.length, ...what.wish };
    await recordEvent(tx, by, { act: "sample.drawn", subject: "round", subjectId: round.id, data }, now);
    return done({ seed, drawn: people.length });
  });
}
