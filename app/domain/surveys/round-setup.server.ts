import { eq } from "drizzle-orm";
import { questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "../outcome.ts";
import { findUnitInForce, listUnitsInForce } from "../units/index.server.ts";
import type { RoundDraft } from "./schemas.ts";

/** What a draft names, looked up: its authority, its units as they are called on its first day, its questionnaire version. */
export async function findSetup(db: Db, draft: RoundDraft) {
  const authority = await findUnitInForce(db, { slug: draft.authority }, draft.opensOn);
  if (!authority || authority.authorityId !== null || authority.external) return refuse("survey.unknown_unit");
  const inForce = (await listUnitsInForce(db, draft.opensOn)).filter((unit) => unit.id === authority.id || unit.authorityId === authority.id);
  const units = inForce.filter((unit) => draft.units.includes(unit.slug));
  if (units.length < new Set(draft.units).size) return refuse("survey.unknown_unit");
  const [version] = await db
    .select({ id: questionnaireVersions.id })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, draft.questionnaireVersionId));
  return version ? done({ authority, units, version }) : refuse("survey.unknown_questionnaire");
}

/** The columns of a round that a draft fills in. */
export function columnsOf({
  titleVi,
  titleEn,
  questionnaireVersionId,
  opensOn,
  closesOn,
  keyingUntil,
  target,
  modes,
  consentVi,
  consentEn,
}: RoundDraft) {
  return { titleVi, titleEn, questionnaireVersionId, opensOn, closesOn, keyingUntil: keyingUntil ?? null, target, modes, consentVi, consentEn };
}
