import fc from "fast-check";
import type { Levels, QuarterLevels } from "#app/domain/surveys/mask-three-levels.ts";

/** Of a unit's slips in a quarter: those that stayed, those that the first edition left out, those that only a correction did. */
export const slipParts = ["kept", "first", "second"] as const;
export type SlipPart = (typeof slipParts)[number];
export type SlipPlace = { unitId: string; quarter: string } & Record<SlipPart, Levels>;

/** A made-up round of three-level slips and how far it has come. */
export type SlipRound = { goes: "on" | "published" | "corrected"; places: SlipPlace[] };

export const noLevels: Levels = [0, 0, 0];

/** A round in which nothing was left out. */
export function slipRound(places: Record<string, Levels>, goes: SlipRound["goes"] = "on"): SlipRound {
  return {
    goes,
    places: Object.entries(places).map(([place, kept]) => {
      const [unitId = "", quarter = ""] = place.split(" ");
      return { unitId, quarter, kept, first: noLevels, second: noLevels };
    }),
  };
}

/** The slips of some parts, by unit and quarter. */
export const cellsOf = ({ places }: SlipRound, parts: readonly SlipPart[]): QuarterLevels[] =>
  places.map((place) => ({
    unitId: place.unitId,
    quarter: place.quarter,
    levels: parts.reduce<Levels>((sum, part) => [sum[0] + place[part][0], sum[1] + place[part][1], sum[2] + place[part][2]], noLevels),
  }));

const n = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 30 }) },
);
const levels: fc.Arbitrary<Levels> = fc.tuple(n, n, n);
const place = fc
  .record({
    unitId: fc.constantFrom("u0", "u1", "u2"),
    quarter: fc.constantFrom("2026-Q1", "2026-Q2", "2026-Q3"),
    kept: levels,
    first: levels,
    second: levels,
  })
  .filter(({ kept, first, second }) => [...kept, ...first, ...second].some((count) => count > 0));

/** What was left out: nothing, all of a unit, all of a quarter, or some of everything. */
const leftOut = fc.constantFrom("nothing", "a unit", "a quarter", "some of one place", "some of all");

/** One to three small rounds of an authority, some of them checked, of which some are corrected later. */
export const slipRounds: fc.Arbitrary<SlipRound[]> = fc.array(
  fc
    .record({
      goes: fc.constantFrom<SlipRound["goes"]>("on", "published", "published", "corrected"),
      places: fc.uniqueArray(place, { minLength: 1, maxLength: 5, selector: ({ unitId, quarter }) => `${unitId} ${quarter}` }),
      first: leftOut,
      second: leftOut,
    })
    .map(({ goes, places, first, second }): SlipRound => {
      const isOut = (rule: string, { unitId, quarter }: SlipPlace, index: number) =>
        rule === "a unit"
          ? unitId === "u0"
          : rule === "a quarter"
            ? quarter === "2026-Q1"
            : rule === "some of one place"
              ? index === 0
              : rule === "some of all";
      const staysNothing = (rule: string) => rule === "a unit" || rule === "a quarter";
      return {
        goes,
        places: places.map((one, index) => {
          const isFirst = goes !== "on" && isOut(first, one, index);
          const isSecond = goes === "corrected" && isOut(second, one, index);
          return {
            ...one,
            kept: (isFirst && staysNothing(first)) || (isSecond && staysNothing(second)) ? noLevels : one.kept,
            first: isFirst ? one.first : noLevels,
            second: isSecond && !(isFirst && staysNothing(first)) ? one.second : noLevels,
          };
        }),
      };
    }),
  { minLength: 1, maxLength: 3 },
);
