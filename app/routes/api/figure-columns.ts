import type { PublishedFigure, PublishedResults } from "#app/domain/surveys/index.server.ts";

type Column = readonly [header: string, cell: (results: PublishedResults, figure: PublishedFigure) => string | number | boolean | null | undefined];

/** The CSV file of a round's results: one figure a line, with all that is needed to read it alone. */
export const figureColumns: readonly Column[] = [
  ["round", ({ round }) => round],
  ["final", ({ final }) => final],
  ["metric", (_, { metric }) => metric],
  ["version", (_, { version }) => version],
  ["group", (_, { group }) => group],
  ["unit", (_, { unit }) => unit],
  ["factor", (_, { factor }) => factor],
  ["criterion", (_, { criterion }) => criterion],
  ["mode", (_, { mode }) => mode],
  ["question", (_, { question }) => question],
  ["option", (_, { option }) => option],
  ["value", (_, { value }) => value],
  ["n", (_, { n }) => n],
  ["low", (_, { low }) => low],
  ["high", (_, { high }) => high],
  ["suppressed", (_, { suppressed }) => suppressed],
  ["about", (_, { about }) => about],
];
