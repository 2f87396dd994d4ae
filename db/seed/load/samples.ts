import { createHash } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import { sampleFrames, samplePeople, sampleStrata, sheets, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "#app/domain/audit/index.server.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import type { Keys } from "#app/domain/keys.ts";
import type { Official } from "#app/domain/people/official.ts";
import { usualWish } from "#app/domain/samples/schemas.ts";
import { contactTermDays, noProcedure } from "#app/domain/samples/vocabulary.ts";
import { issueSampleSlips, type Round } from "#app/domain/surveys/index.server.ts";

/** How many of those drawn answer. */
const responseRate = 0.58;

/** A stratum of a made-up list; `procedureId` null: whichever procedure. */
export type DemoStratum = { unitId: string; procedureId: string | null; population: number };

/**
 * What a finished draw leaves behind for the sheets a round has of mode `sample`: a list without its rows, its strata, a letter to
 * everybody drawn, and a code for each, as many of them used as there are sheets. Nobody drawn is named: the term is over.
 */
export async function loadSample(tx: Db, keys: Keys, by: Official, round: Round, strata: readonly DemoStratum[], drawnOn: string): Promise<void> {
  const answered = await tx
    .select({ unitId: sheets.unitId, procedureId: sheets.procedureId, n: count() })
    .from(sheets)
    .where(and(eq(sheets.roundId, round.id), eq(sheets.mode, "sample")))
    .groupBy(sheets.unitId, sheets.procedureId);
  const counted = strata.map((stratum) => {
    const own = answered.find((one) => one.unitId === stratum.unitId && one.procedureId === stratum.procedureId)?.n ?? 0;
    const drawn = Math.ceil(own / responseRate);
    return { ...stratum, own, drawn, population: Math.max(stratum.population, drawn) };
  });

  const now = new Date(`${drawnOn}T03:00:00Z`);
  const rows = counted.reduce((sum, { population }) => sum + population, 0);
  const seed = createHash("sha256").update(`demo ${round.slug}`).digest("hex").slice(0, 32);
  const markOf = (what: string) => createHash("sha256").update(`demo ${what} of ${round.slug}`).digest("hex");
  const [frame] = await tx
    .insert(sampleFrames)
    .values({
      roundId: round.id,
      state: "drawn",
      fileSha256: markOf("file"),
      rows,
      taken: rows,
      mapping: ["dossier", "unit", "procedure", "name", "address", "email"],
      strataKind: strata.some(({ procedureId }) => procedureId !== null) ? "unit_procedure" : "unit",
      plan: { ...usualWish },
      seed,
      listSha256: markOf("list"),
      drawSha256: markOf("draw"),
      uploadedById: by.id,
      uploadedOn: drawnOn,
      drawnById: by.id,
      drawnAt: now,
      erasedOn: plusDays(round.closesOn, contactTermDays + 1),
    })
    .returning({ id: sampleFrames.id });
  if (!frame) throw new Error("The demo list was not stored");
  await tx.insert(sampleStrata).values(
    counted.map(({ unitId, procedureId, population, own, drawn }) => ({
      roundId: round.id,
      unitId,
      procedureId: procedureId ?? noProcedure,
      population,
      planned: Math.round(own * 0.95),
      drawn,
    })),
  );

  const people = counted.flatMap((stratum) => Array.from({ length: stratum.drawn }, (_, at) => ({ ...stratum, used: at < stratum.own, at })));
  const slipIds = await issueSampleSlips(tx, keys, by, round, people, now);
  const idsWhere = (used: boolean) => slipIds.filter((_, at) => people[at]?.used === used);
  await tx
    .update(slips)
    .set({ state: "used" })
    .where(inArray(slips.id, idsWhere(true)));
  await tx
    .update(slips)
    .set({ state: "expired" })
    .where(inArray(slips.id, idsWhere(false)));
  await tx.insert(samplePeople).values(
    people.map(({ unitId, procedureId, used, at }) => ({
      frameId: frame.id,
      unitId,
      procedureId: procedureId ?? noProcedure,
      language: "vi" as const,
      channel: at % 3 === 0 ? ("email" as const) : ("letter" as const),
      delivery: !used && at % 17 === 0 ? ("returned" as const) : ("sent" as const),
      invitedOn: drawnOn,
      ...(used ? {} : { reminded: 1, remindedOn: plusDays(drawnOn, 10) }),
    })),
  );
  const data = { seed, population: rows, drawn: people.length, ...usualWish };
  await recordEvent(tx, by, { act: "sample.drawn", subject: "round", subjectId: round.id, data }, now);
}
