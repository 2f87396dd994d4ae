import type { LevelCounts } from "../insights/estimators.ts";
import { type Figure, suppressedFigure } from "../insights/figures.ts";
import { suppressOneWay } from "../insights/suppression.ts";
import { type ChoiceFigures, tellsOfFew } from "./choice-figures.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { GroupFigures } from "./group-figures.ts";
import { importanceFigures } from "./importance-figures.ts";
import { threeLevelPlace } from "./mask-three-levels.ts";
import type { ProfileFigures } from "./profile-figures.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { ModeGroup } from "./vocabulary.ts";

/** Counts of sheets that some published figures hold and others do not: who has both can subtract. */
export type SetAside = {
  /** True where they are not in the counts at hand. */
  isOut: boolean;
  /** The earlier editions that left them out, the first being 1. */
  leftOutBefore: readonly number[];
  counts: readonly SheetCounts[];
  profiles: readonly ProfileCounts[];
};

/**
 * Which units that lost sheets an edition shows; null where it may show nothing at all. It is settled when the edition is computed
 * and kept in its snapshot, for what was shown once is known for ever.
 */
export type UnitsShown = readonly string[] | null;

/** The same of those who chose to answer and of those who were drawn. */
export type UnitsBeside = Partial<Record<ModeGroup, UnitsShown>>;

/** What a published edition left out, and what it shows beside that; undefined in editions made before it was kept. */
export type EarlierEdition = { exclusions: readonly number[]; beside?: UnitsBeside | undefined };

/**
 * Hides what would tell of one to four people of a part: a closed question, an answer about oneself, the tie of a criterion.
 * @param hidesLevels three-level slips as a whole are hidden too (`mask-three-levels.ts`)
 */
export function coverFigures(
  layout: SheetLayout,
  figures: GroupFigures,
  { setAside: parts, hidesLevels }: { setAside: readonly SetAside[]; hidesLevels: boolean },
): GroupFigures {
  if (parts.length === 0) return figures;
  return {
    ...figures,
    choices: coverChoices(layout, figures.choices, parts, hidesLevels),
    profiles: coverProfiles(layout, figures.profiles, parts),
    importance: coverImportance(layout, figures.importance, parts),
  };
}

/** Hides each closed question whose options would tell of one to four people of a part. */
function coverChoices(layout: SheetLayout, figures: readonly ChoiceFigures[], parts: readonly SetAside[], hidesLevels: boolean): ChoiceFigures[] {
  return figures.map((question, place) => {
    const isHidden = (hidesLevels && place === threeLevelPlace(layout)) || parts.some(({ counts }) => tellsOfFew(layout, place, counts));
    if (!isHidden) return question;
    return { ...question, base: null, options: question.options.map((option) => ({ ...option, count: null, figure: hide(option.figure) })) };
  });
}

/** Hides each answer about oneself that one to four people of a part gave, with company. */
function coverProfiles(layout: SheetLayout, figures: readonly ProfileFigures[], parts: readonly SetAside[]): ProfileFigures[] {
  return figures.map((question) => {
    const place = layout.choices.findIndex(({ code }) => code === question.code);
    const masks = parts.map(({ counts, profiles }) => {
      const cells = question.options.map((_, index) => profiles.find((one) => one.place === place && one.option === index + 1)?.reached ?? 0);
      const silent = counts.reduce((sum, { reached }) => sum + (reached[0] ?? 0), 0) - cells.reduce((sum, n) => sum + n, 0);
      const mask = suppressOneWay([...cells, silent]);
      return { all: mask.total || (silent > 0 && mask.hidden.at(-1) === true), hidden: mask.hidden };
    });
    return {
      ...question,
      options: question.options.map((option, index) =>
        masks.some(({ all, hidden }) => all || hidden[index] === true) ? { ...option, figure: hide(option.figure) } : option,
      ),
    };
  });
}

/** Hides each criterion whose tie to overall satisfaction could not be shown of a part by itself. */
function coverImportance(layout: SheetLayout, figures: GroupFigures["importance"], parts: readonly SetAside[]): GroupFigures["importance"] {
  const ofParts = parts.flatMap(({ counts, profiles }) => {
    const sheets = counts.reduce((sum, cell) => sum + cell.sheets, 0);
    return importanceFigures(layout, profiles, { sheets, levels: sumLevels(layout, counts) }, true);
  });
  return figures.map((one) => {
    const tells = ofParts.some(({ code, figure }) => code === one.code && figure.suppressed);
    return tells ? { ...one, figure: hide(one.figure) } : one;
  });
}

function sumLevels(layout: SheetLayout, counts: readonly SheetCounts[]): LevelCounts[] {
  return layout.scale.map((_, place) =>
    counts.reduce<LevelCounts>(
      (sum, { levels }) => {
        const [one, two, three, four, five] = levels[place] ?? [0, 0, 0, 0, 0];
        return [sum[0] + one, sum[1] + two, sum[2] + three, sum[3] + four, sum[4] + five];
      },
      [0, 0, 0, 0, 0],
    ),
  );
}

const hide = ({ metric }: Figure): Figure => suppressedFigure(metric);
