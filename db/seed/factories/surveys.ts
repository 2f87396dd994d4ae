import { eq } from "drizzle-orm";
import { questionnaireVersions, rounds, roundUnits, sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { findRound, type Round } from "#app/domain/surveys/find-round.server.ts";
import { foldAllSheets } from "#app/domain/surveys/fold-sheets.server.ts";
import { optionsOf } from "#app/domain/surveys/question-options.ts";
import { publishRoundCopy } from "#app/domain/surveys/publish-round-copy.server.ts";
import { storeQuestionnaire } from "#app/domain/surveys/prepare-questionnaires.server.ts";
import type { IndexVariant, RoundStage, RoundState, SheetMode } from "#app/domain/surveys/vocabulary.ts";

let made = 0;

export type WishedCriterion = { code: string; factor?: string; required?: boolean; part?: "service" | "policy" | "overall" };

/** A questionnaire of a few criteria on one scale, not used yet. Without a wish: two criteria in one factor, none required. */
export async function makeQuestionnaireVersion(
  db: Db,
  wish: { code?: string; version?: number; criteria?: WishedCriterion[]; variant?: IndexVariant } = {},
): Promise<{ id: string; code: string }> {
  made += 1;
  const code = wish.code ?? `mau-${made}`;
  const criteria = wish.criteria ?? [{ code: "C1" }, { code: "C2" }];
  const words = (text: string) => ({ vi: text, en: `${text} (en)` });
  const levels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"];
  const id = await storeQuestionnaire(db, {
    code,
    version: wish.version ?? 1,
    title: words(`Phiếu ${code}`),
    intro: words("Xin cho biết mức độ hài lòng."),
    consent: words("Phiếu không hỏi họ tên."),
    closing: words("Xin cảm ơn."),
    scale: levels.map((label, index) => ({ value: index + 1, label: words(label) })),
    indexVariant: wish.variant ?? "pooled",
    factors: [...new Set(criteria.map(({ factor = "F1" }) => factor))].map((factor) => ({ code: factor, name: words(`Yếu tố ${factor}`) })),
    questions: criteria.map(({ code, factor = "F1", required = false, part = "service" }) => ({
      code,
      kind: "scale5",
      part,
      required,
      text: words(`Nội dung ${code}`),
      ...(part === "overall" ? {} : { factor }),
    })),
  });
  return { id, code };
}

type RatedUnit = { id: string; versionId: string; authorityId?: string | null; population?: number | null };

/** A round over some units, open unless said otherwise, with its public copy. Without a version it uses a small one of its own. */
export async function makeRound(
  db: Db,
  wish: {
    units: RatedUnit[];
    authority?: { id: string };
    version?: { id: string };
    slug?: string;
    titleVi?: string;
    titleEn?: string;
    state?: Extract<RoundState, "draft" | "open">;
    /** Of a draft; approved and ready to be opened unless said otherwise. */
    stage?: Extract<RoundStage, "drafting" | "to_approve" | "approved">;
    opensOn?: string;
    closesOn?: string;
    keyingUntil?: string | null;
    target?: number | null;
    modes?: SheetMode[];
    consent?: { vi: string; en: string };
    now?: Date;
  },
): Promise<Round> {
  made += 1;
  const now = wish.now ?? new Date("2026-11-21T03:00:00Z");
  const state = wish.state ?? "open";
  const version = wish.version ?? (await makeQuestionnaireVersion(db));
  const authorityId = wish.authority?.id ?? wish.units[0]?.authorityId ?? wish.units[0]?.id;
  if (!authorityId) throw new Error("A round rates at least one unit");

  const [row] = await db
    .insert(rounds)
    .values({
      slug: wish.slug ?? `dot-${made}`,
      state,
      stage: state === "open" ? "open" : (wish.stage ?? "approved"),
      titleVi: wish.titleVi ?? `Đợt ${made}`,
      titleEn: wish.titleEn ?? `Round ${made}`,
      authorityId,
      questionnaireVersionId: version.id,
      opensOn: wish.opensOn ?? "2026-11-01",
      closesOn: wish.closesOn ?? "2026-12-15",
      keyingUntil: wish.keyingUntil ?? null,
      target: wish.target === undefined ? 83 : wish.target,
      modes: wish.modes ?? ["open_link", "desk_slip"],
      consentVi: wish.consent?.vi ?? "Phiếu không hỏi họ tên.",
      consentEn: wish.consent?.en ?? "The sheet asks no name.",
    })
    .returning();
  if (!row) throw new Error("The round was not stored");
  await db
    .insert(roundUnits)
    .values(wish.units.map((unit) => ({ roundId: row.id, unitId: unit.id, unitVersionId: unit.versionId, population: unit.population ?? null })));
  if (state !== "draft") await db.update(questionnaireVersions).set({ usedAt: now }).where(eq(questionnaireVersions.id, version.id));

  const round = await findRound(db, row.slug);
  if (!round) throw new Error("The round cannot be found again");
  if (state !== "draft") await publishRoundCopy(db, "portal", round, state, now);
  return round;
}

/** Sheets with exactly these answers, one array of values per sheet in the questionnaire's order; not folded. */
export async function addSheets(
  db: Db,
  round: Round,
  answers: readonly (readonly number[])[],
  wish: { unit?: { id: string }; procedure?: { id: string } | null; mode?: SheetMode; day?: string } = {},
): Promise<void> {
  const rows = answers.map((values) => ({
    roundId: round.id,
    questionnaireVersionId: round.versionId,
    unitId: wish.unit?.id ?? round.units[0]?.id ?? round.authority.id,
    procedureId: wish.procedure?.id ?? null,
    mode: wish.mode ?? ("open_link" as const),
    language: "vi" as const,
    day: wish.day ?? round.opensOn,
    answers: [...values],
    choices: round.layout.choices.map(() => 0),
  }));
  for (let from = 0; from < rows.length; from += 1000) await db.insert(sheets).values(rows.slice(from, from + 1000));
}

/** How people answer, as shares 0–1: satisfied in general, and how much more or less with a unit or a criterion. */
export type SatisfactionProfile = {
  base: number;
  units?: Readonly<Record<string, number>>;
  criteria?: Readonly<Record<string, number>>;
  /** Criterion → weight with which it makes up people's mind about the overall question. Without it that is answered like any. */
  drivers?: Readonly<Record<string, number>>;
};

export type SheetsWish = {
  seed: number;
  profile: SatisfactionProfile;
  /** Share of criteria passed over with “no opinion”. Default 0.04. */
  noOpinion?: number;
  /** Unit slug → weight; units that are not named weigh 1. */
  unitWeights?: Readonly<Record<string, number>>;
  /** Unit slug → procedures its customers came for. */
  procedures?: Readonly<Record<string, readonly { id: string }[]>>;
  /** Mode → weight. Default: the round's modes, alike. */
  modes?: Partial<Record<SheetMode, number>>;
  /** First and last day; default the round's own. */
  days?: { from: string; to: string };
};

/**
 * `n` plausible sheets, the same for the same seed: people differ in mood, so the answers of one go together; units and
 * criteria differ as the profile says; some pass a question over. They are folded at the end.
 */
export async function makeSheets(db: Db, round: Round, n: number, wish: SheetsWish): Promise<void> {
  const random = seededRandom(wish.seed);
  const { layout } = round;
  const units = round.units.length > 0 ? round.units : [round.authority];
  const modes = Object.entries(wish.modes ?? Object.fromEntries(round.modes.map((mode) => [mode, 1]))).map(([mode, weight]) => ({
    mode: mode as SheetMode,
    weight,
  }));
  const days = daysBetween(wish.days?.from ?? round.opensOn, wish.days?.to ?? round.closesOn);

  const rows = Array.from({ length: n }, () => {
    const unit = pick(random, units, ({ slug }) => wish.unitWeights?.[slug] ?? 1);
    const procedures = wish.procedures?.[unit.slug] ?? [];
    const mood = (random() + random() + random() - 1.5) * 0.5;
    const { base, units: byUnit, criteria, drivers } = wish.profile;
    const answers: number[] = [];
    for (const question of layout.scale) {
      const passed = random() < (question.part === "overall" ? 0 : (wish.noOpinion ?? 0.04));
      const satisfied = base + (byUnit?.[unit.slug] ?? 0) + (criteria?.[question.code] ?? 0) + mood;
      const driven = drivers && question.part === "overall" ? leanOf(layout.scale, answers, drivers) : undefined;
      if (passed) answers.push(0);
      else if (driven !== undefined) answers.push(levelOf(random, 0.95 + 0.3 * driven + 0.2 * mood, 0.5 + 0.7 * driven + 0.4 * mood));
      else answers.push(levelOf(random, satisfied, drivers ? 0.45 + mood : 0.45));
    }
    const choices = layout.choices.map((question) => {
      const options = optionsOf(question).length;
      if (question.showIf || options === 0 || random() < 0.25) return 0;
      if (question.kind === "ranking") return rankingOf(options, Math.floor(random() * options));
      const chosen = 1 + Math.floor(random() * random() * options);
      return question.kind === "multiple" ? 1 << (chosen - 1) : chosen;
    });
    return {
      id: seededUuid(random),
      roundId: round.id,
      questionnaireVersionId: round.versionId,
      unitId: unit.id,
      procedureId: procedures.length > 0 && random() < 0.85 ? (pick(random, procedures, () => 1)?.id ?? null) : null,
      mode: pick(random, modes, ({ weight }) => weight).mode,
      language: random() < 0.07 ? ("en" as const) : ("vi" as const),
      day: days[Math.floor(random() * days.length)] ?? round.opensOn,
      answers,
      choices,
    };
  });

  for (let from = 0; from < rows.length; from += 1000) await db.insert(sheets).values(rows.slice(from, from + 1000));
  await foldAllSheets(db, round.id);
}

/** All options in their order, with this one first. */
function rankingOf(options: number, first: number): number {
  return Array.from({ length: options }, (_, place) => (((place - first + options) % options) + 1) * 10 ** place).reduce(
    (sum, digit) => sum + digit,
    0,
  );
}

/** How far the driving criteria were rated above “satisfied” (0), weighted; those passed over say nothing. */
function leanOf(scale: readonly { code: string }[], answers: readonly number[], drivers: Readonly<Record<string, number>>): number {
  const rated = scale.flatMap(({ code }, place) => {
    const [level = 0, weight = 0] = [answers[place], drivers[code]];
    return level > 0 && weight > 0 ? [{ lean: level - 4, weight }] : [];
  });
  return (
    rated.reduce((sum, { lean, weight }) => sum + lean * weight, 0) /
    Math.max(
      1e-9,
      rated.reduce((sum, { weight }) => sum + weight, 0),
    )
  );
}

function levelOf(random: () => number, satisfied: number, very = 0.45): number {
  if (random() < Math.min(0.985, Math.max(0.05, satisfied))) return random() < 1 - very ? 4 : 5;
  const low = random();
  return low < 0.62 ? 3 : low < 0.9 ? 2 : 1;
}

function daysBetween(from: string, to: string): string[] {
  const days = [from];
  while ((days.at(-1) ?? to) < to) days.push(plusDays(days.at(-1) ?? to, 1));
  return days;
}

function pick<Item>(random: () => number, items: readonly Item[], weight: (item: Item) => number): Item {
  let left = random() * items.reduce((sum, item) => sum + weight(item), 0);
  const chosen = items.find((item) => (left -= weight(item)) < 0) ?? items.at(-1);
  if (chosen === undefined) throw new Error("There is nothing to pick from");
  return chosen;
}

/** mulberry32: 32 bits of state, numbers in [0, 1), the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A version 4 UUID out of the seeded numbers. */
function seededUuid(random: () => number): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 4_294_967_296)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
