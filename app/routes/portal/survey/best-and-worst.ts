import type { Figure } from "#app/domain/insights/figures.ts";

type End = { label: string; value: number };

/** The highest and the lowest of figures that are shown; undefined where fewer than two are. */
export function bestAndWorst(list: readonly { label: string; figure: Figure }[]): { best: End; worst: End } | undefined {
  const shown = list.flatMap(({ label, figure }) => (figure.value === null ? [] : [{ label, value: figure.value }]));
  const [first] = shown;
  if (!first || shown.length < 2) return undefined;
  return shown.reduce(
    (ends, one) => ({ best: one.value > ends.best.value ? one : ends.best, worst: one.value < ends.worst.value ? one : ends.worst }),
    { best: first, worst: first },
  );
}
