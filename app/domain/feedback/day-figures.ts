/** What is counted of the cases that came on a day, or on several. */
export type DayFigures = {
  readonly received: number;
  /** Answered by the due day, and after it. */
  readonly onTime: number;
  readonly late: number;
  /** How many gave one star, two, … five. */
  readonly stars: readonly number[];
  /** Working days from receipt to answer, and how many cases took so many. */
  readonly waits: ReadonlyMap<number, number>;
};

export const noFigures: DayFigures = { received: 0, onTime: 0, late: 0, stars: [0, 0, 0, 0, 0], waits: new Map() };

/** The figures of several days, or of several parts of one, together. */
export function mergeDays(days: readonly DayFigures[]): DayFigures {
  const waits = new Map<number, number>();
  const stars = [0, 0, 0, 0, 0];
  let [received, onTime, late] = [0, 0, 0];
  for (const day of days) {
    received += day.received;
    onTime += day.onTime;
    late += day.late;
    for (const [level, n] of day.stars.entries()) stars[level] = (stars[level] ?? 0) + n;
    for (const [wait, n] of day.waits) waits.set(wait, (waits.get(wait) ?? 0) + n);
  }
  return { received, onTime, late, stars, waits };
}
