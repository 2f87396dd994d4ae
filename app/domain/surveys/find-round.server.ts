import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { procedureVersions, questionnaires, questionnaireVersions, rounds, roundUnits, units, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Official } from "../people/official.ts";
import type { Localised } from "../publishing/index.server.ts";
import { readUnitLinks } from "../units/index.server.ts";
import { layoutOf } from "./questionnaire.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { IndexVariant, RoundStage, RoundState, SheetMode } from "./vocabulary.ts";

export type RatedUnit = {
  id: string;
  slug: string;
  name: Localised;
  /** Transactions of the period, N_s; null or missing where nobody gave them. */
  population?: number | null;
};

/** A round with everything its acts and figures need. Units are called as when the round was made. */
export type Round = {
  id: string;
  slug: string;
  state: RoundState;
  stage: RoundStage;
  title: { vi: string; en: string };
  authority: RatedUnit;
  opensOn: string;
  closesOn: string;
  /** Last day on which its paper sheets are typed in; null: `closesOn`. */
  keyingUntil: string | null;
  target: number | null;
  modes: SheetMode[];
  units: RatedUnit[];
  versionId: string;
  questionnaire: { code: string; version: number };
  variant: IndexVariant;
  layout: SheetLayout;
  /** What respondents are told about the use of their answers; null in rounds older than this text. */
  consent: { vi: string; en: string } | null;
  /** Why a leader gave it back last, until it is handed in again. */
  returnReason: string | null;
  /** All its sheets at the close; null before. */
  closed: { sheets: number; sha256: string; hashVersion: number } | null;
  /** What the correction that is being made will tell the public. */
  correction: { vi: string; en: string } | null;
};

const columns = {
  round: rounds,
  authoritySlug: units.slug,
  version: questionnaireVersions,
  questionnaire: questionnaires.code,
};

/** A round by its slug, or undefined. */
export async function findRound(db: Db, slug: string): Promise<Round | undefined> {
  const [round] = await toRounds(db, await selectRounds(db).where(eq(rounds.slug, slug)));
  return round;
}

/** Rounds an official may see in the office, newest first: of an authority whose surveys they manage, approve or read, or where they hand out slips. */
export async function listRounds(db: Db, by: Official): Promise<Round[]> {
  const all = await toRounds(db, await selectRounds(db).orderBy(desc(rounds.opensOn), asc(rounds.slug)));
  return all.filter((round) => maySeeRound(by, round));
}

/** True for a round of an authority, or with a unit, where the official has to do with surveys. */
export function maySeeRound(by: Official, round: Round): boolean {
  const places = [round.authority.id, ...round.units.map((unit) => unit.id)];
  return officePermissions.some((permission) => places.some((unitId) => mayIn(by, permission, unitId)));
}

const officePermissions = ["surveys.manage", "surveys.approve", "surveys.read_results", "slips.issue"] as const;

/** Rounds of these states, newest first. */
export async function listRoundsIn(db: Db, states: readonly RoundState[]): Promise<Round[]> {
  const rows = await selectRounds(db)
    .where(sql`${rounds.state} in ${[...states]}`)
    .orderBy(desc(rounds.opensOn), desc(rounds.closesOn), asc(rounds.slug));
  return toRounds(db, rows);
}

/** What rounds are asked about: a whole authority by its slug, or one of those it asks about by id. */
export type Rated = { authority: string } | { unitId: string } | { procedureId: string };

/** So many rounds are looked back at, of an authority or about what it asks about. */
const lookedBack = 24;

/** The newest rounds of these states that had begun by `today` and are about this, newest first; of an authority its own. At most 24. */
export async function listRoundsAbout(db: Db, about: Rated, states: readonly RoundState[], today: string): Promise<Round[]> {
  const rows = await selectRounds(db)
    .where(and(inArray(rounds.state, [...states]), lte(rounds.opensOn, today), isAbout(about)))
    .orderBy(desc(rounds.opensOn), desc(rounds.closesOn), asc(rounds.slug))
    .limit(lookedBack);
  return toRounds(db, rows);
}

function isAbout(about: Rated) {
  if ("authority" in about) return eq(units.slug, about.authority);
  if ("unitId" in about)
    return sql`exists (select 1 from ${roundUnits} where ${roundUnits.roundId} = ${rounds.id} and ${roundUnits.unitId} = ${about.unitId})`;
  // People are asked about procedures by the authority whose they are, or were.
  return sql`${rounds.authorityId} in (
    select coalesce(owner.authority_id, owner.id) from ${procedureVersions} version join ${units} owner on owner.id = version.unit_id
    where version.procedure_id = ${about.procedureId})`;
}

/** The newest rounds of every authority that had begun by `today`, newest first: of each at most 24. */
export async function listNewestRounds(db: Db, states: readonly RoundState[], today: string): Promise<Round[]> {
  const newest = db
    .select({
      id: rounds.id,
      back: sql<number>`row_number() over (partition by ${rounds.authorityId} order by ${rounds.opensOn} desc, ${rounds.slug})`.as("back"),
    })
    .from(rounds)
    .where(and(inArray(rounds.state, [...states]), lte(rounds.opensOn, today)))
    .as("newest");
  const rows = await selectRounds(db)
    .where(sql`${rounds.id} in ${db.select({ id: newest.id }).from(newest).where(lte(newest.back, lookedBack))}`)
    .orderBy(desc(rounds.opensOn), desc(rounds.closesOn), asc(rounds.slug));
  return toRounds(db, rows);
}

/** Versions a round may be made with, newest first. */
export async function listQuestionnaires(db: Db): Promise<{ versionId: string; code: string; version: number; title: { vi: string; en: string } }[]> {
  const rows = await db
    .select({ version: questionnaireVersions, code: questionnaires.code })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .orderBy(asc(questionnaires.code), desc(questionnaireVersions.version));
  return rows.map(({ version, code }) => ({ versionId: version.id, code, version: version.version, title: layoutOf(version).questionnaire.title }));
}

function selectRounds(db: Db) {
  return db
    .select(columns)
    .from(rounds)
    .innerJoin(units, eq(units.id, rounds.authorityId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, rounds.questionnaireVersionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .$dynamic();
}

async function toRounds(db: Db, rows: Awaited<ReturnType<typeof selectRounds>>): Promise<Round[]> {
  if (rows.length === 0) return [];
  const rated = await db
    .select({
      roundId: roundUnits.roundId,
      id: units.id,
      slug: units.slug,
      nameVi: unitVersions.nameVi,
      nameEn: unitVersions.nameEn,
      population: roundUnits.population,
    })
    .from(roundUnits)
    .innerJoin(units, eq(units.id, roundUnits.unitId))
    .innerJoin(unitVersions, eq(unitVersions.id, roundUnits.unitVersionId))
    .where(
      inArray(
        roundUnits.roundId,
        rows.map(({ round }) => round.id),
      ),
    )
    .orderBy(sql`${unitVersions.nameVi} collate "vi-x-icu"`);

  const authorityOn = await readUnitLinks(
    db,
    rows.map(({ round }) => round.authorityId),
  );
  return rows.map(({ round, version, authoritySlug, questionnaire }) => ({
    id: round.id,
    slug: round.slug,
    state: round.state,
    stage: round.stage,
    title: { vi: round.titleVi, en: round.titleEn },
    authority: {
      id: round.authorityId,
      slug: authoritySlug,
      name: authorityOn(round.authorityId, round.closesOn)?.name ?? { vi: authoritySlug, en: null },
    },
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    keyingUntil: round.keyingUntil,
    target: round.target,
    modes: round.modes,
    units: rated
      .filter(({ roundId }) => roundId === round.id)
      .map(({ id, slug, nameVi, nameEn, population }) => ({ id, slug, name: { vi: nameVi, en: nameEn }, population })),
    versionId: version.id,
    questionnaire: { code: questionnaire, version: version.version },
    variant: version.indexVariant,
    layout: layoutOf(version),
    consent: round.consentVi === null || round.consentEn === null ? null : { vi: round.consentVi, en: round.consentEn },
    returnReason: round.returnReason,
    closed: closedOf(round),
    correction: round.correctionVi === null || round.correctionEn === null ? null : { vi: round.correctionVi, en: round.correctionEn },
  }));
}

function closedOf({ closedSheets, closedSha256, hashVersion }: typeof rounds.$inferSelect): Round["closed"] {
  return closedSheets === null || closedSha256 === null || hashVersion === null ? null : { sheets: closedSheets, sha256: closedSha256, hashVersion };
}
