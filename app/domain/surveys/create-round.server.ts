import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { rounds, roundUnits } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { slugify } from "../text.ts";
import { columnsOf, findSetup } from "./round-setup.server.ts";
import type { RoundDraft } from "./schemas.ts";

/** Draws a round up. Its units are named as on its first day; nobody outside sees it before it opens. */
export async function createRound(db: Db, by: Official, draft: RoundDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const setup = await findSetup(tx, draft);
    if (!setup.ok) return setup;
    const { authority, units } = setup.value;
    if (!mayIn(by, "surveys.manage", authority.id)) return refuse("survey.not_yours");

    const [round] = await tx
      .insert(rounds)
      .values({ ...columnsOf(draft), slug: await freeSlug(tx, draft.titleVi), state: "draft", stage: "drafting", authorityId: authority.id })
      .returning();
    if (!round) throw new Error("The round was not stored");
    await tx.insert(roundUnits).values(units.map((unit) => ({ roundId: round.id, unitId: unit.id, unitVersionId: unit.versionId })));

    await recordEvent(tx, by, { act: "round.created", subject: "round", subjectId: round.id, data: { units: units.length } }, now);
    return done({ id: round.id, slug: round.slug });
  });
}

/** The title as an address; where a round has it already, with a few random characters. Two with one title wait for each other. */
async function freeSlug(tx: Db, title: string): Promise<string> {
  const slug = slugify(title) || "dot-khao-sat";
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`round ${slug}`}, 0))`);
  const [taken] = await tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, slug));
  return taken ? `${slug}-${randomBytes(3).toString("hex")}` : slug;
}
