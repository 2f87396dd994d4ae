import type { Figure } from "#app/domain/insights/figures.ts";
import { figuresOfGroup, type CountedGroup, type FigureRound } from "#app/domain/surveys/group-figures.ts";
import type { Place } from "#app/domain/surveys/mask-counts.ts";
import { publishedFigures } from "#app/domain/surveys/results-for-publication.server.ts";
import type { SheetMode } from "#app/domain/surveys/vocabulary.ts";

/** People of a round: of a unit, a procedure, a way of answering, or several of these at once. */
export type Group = Place & { mode?: SheetMode };

/**
 * Something that was published: how many of the group are counted in a layer. Layers are `sheets`, `reached 0` … (sheets
 * with an answer in a group of criteria), `answers 0` … (answers to a criterion), `all answers` (to the service criteria) and
 * `all policy answers`.
 */
export type Statement = { readonly layer: string; readonly group: Group; readonly n: number };

/**
 * Everything that the portal tells about a group of a round through all its doors: the page of results with each
 * filter by unit, procedure and both; on each of them factors, criteria with their levels, units and ways of answering;
 * and the lines of open data that JSON and CSV carry. Shares and intervals say nothing beyond: they are made of these counts.
 * Where an overall share is shown, the attacker is given the number of all answers, which it only hints at.
 */
export function readEverything(round: FigureRound, counted: CountedGroup): Statement[] {
  const units = [undefined, ...new Set(counted.counts.map(({ unitId }) => unitId))];
  const procedures = [undefined, ...new Set(counted.counts.map(({ procedureId }) => procedureId))];
  const idOf = new Map([...round.units, round.authority].map(({ slug, id }) => [slug, id]));
  const places = units.flatMap((unitId) => procedures.map((procedureId): Place => ({ unitId, procedureId })));

  return places.flatMap((place) => {
    const figures = figuresOfGroup(round, counted, place);
    const statements: Statement[] = [];
    const say = (layer: string, group: Group, n: number | null) => {
      if (n !== null) statements.push({ layer, group, n });
    };
    const overall = (group: Group, figure: Figure) => {
      say("reached 0", group, figure.n);
      if (figure.value !== null) say("all answers", group, Number.NaN);
    };

    say("sheets", place, figures.sheets);
    overall(place, figures.overall);
    overall(place, figures.dissatisfaction);
    for (const { code, figure } of [...figures.factors, ...(figures.policy?.factors ?? [])]) say(layerOf(round, code), place, figure.n);
    for (const figure of figures.policy ? [figures.policy.overall, figures.policy.dissatisfaction] : []) {
      say(layerOf(round, "policy"), place, figure.n);
      if (figure.value !== null) say("all policy answers", place, Number.NaN);
    }
    for (const [index, { figure, levels }] of figures.criteria.entries()) {
      say(`answers ${index}`, place, figure.n);
      if (levels)
        say(
          `answers ${index}`,
          place,
          levels.reduce((sum, n) => sum + n, 0),
        );
    }
    for (const { slug, figure } of figures.units) overall({ ...place, unitId: idOf.get(slug) }, figure);
    for (const { mode, figure } of figures.modes) overall({ ...place, mode }, figure);

    for (const line of place.unitId === undefined && place.procedureId === undefined ? publishedFigures(figures) : []) {
      if (line.factor !== undefined || line.criterion !== undefined || line.about !== undefined) continue;
      say("reached 0", { unitId: line.unit && idOf.get(line.unit), ...(line.mode ? { mode: line.mode } : {}) }, line.n);
    }
    return statements;
  });
}

/** The layer of sheets with an answer in the group of criteria that has this code. */
const layerOf = ({ layout }: FigureRound, code: string): string => `reached ${layout.groups.findIndex((group) => group.code === code)}`;
