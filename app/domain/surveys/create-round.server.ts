import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { questionnaireVersions, rounds, roundUnits } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { slugify } from "../text.ts";
import { findUnitInForce, listUnitsInForce } from "../units/index.server.ts";
import type { RoundDraft } from "./schemas.ts";

/** Draws a round up. Its units are named as on its first day, for good; nobody outside sees it before it opens. */
export async function createRound(db: Db, by: Official, draft: RoundDraft, now = new Date()) {
  const authority = await findUnitInForce(db, { slug: draft.authority }, draft.opensOn);
  if (!authority || authority.authorityId !== null || authority.external) return refuse("survey.unknown_unit");
  if (!mayIn(by, "surveys.manage", authority.id)) return refuse("survey.not_yours");

  const inForce = (await listUnitsInForce(db, draft.opensOn)).filter((unit) => unit.id === authority.id || unit.authorityId === authority.id);
  const chosen = inForce.filter((unit) => draft.units.includes(unit.slug));
  if (chosen.length < new Set(draft.units).size) return refuse("survey.unknown_unit");

  return db.transaction(async (tx) => {
    const [version] = await tx.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, draft.questionnaireVersionId));
    if (!version) return refuse("survey.unknown_questionnaire");

    const [round] = await tx
      .insert(rounds)
      .values({
        slug: await freeSlug(tx, draft.titleVi),
        state: "draft",
        titleVi: draft.titleVi,
        titleEn: draft.titleEn,
        authorityId: authority.id,
        questionnaireVersionId: version.id,
        opensOn: draft.opensOn,
        closesOn: draft.closesOn,
        target: draft.target,
        modes: draft.modes,
      })
      .returning();
    if (!round) throw new Error("The round was not stored");
    await tx.insert(roundUnits).values(chosen.map((unit) => ({ roundId: round.id, unitId: unit.id, unitVersionId: unit.versionId })));

    await recordEvent(tx, by, { act: "round.created", subject: "round", subjectId: round.id, data: { units: chosen.length } }, now);
    return done({ id: round.id, slug: round.slug });
  });
}

/** The title as an address; where a round has it already, with a few random characters. */
async function freeSlug(tx: Db, title: string): Promise<string> {
  const slug = slugify(title) || "dot-khao-sat";
  const [taken] = await tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, slug));
  return taken ? `${slug}-${randomBytes(3).toString("hex")}` : slug;
}
