import type { RoundState } from "./vocabulary.ts";

/** A half of a year in which an authority has opened no round yet. */
export type RoundDue = { half: 1 | 2; year: number; /** Its last civil day. */ lastDay: string };

/** The half of a year that a civil day lies in. */
export function halfOf(day: string): RoundDue & { firstDay: string } {
  const year = Number(day.slice(0, 4));
  return day.slice(5) <= "06-30"
    ? { half: 1, year, firstDay: `${year}-01-01`, lastDay: `${year}-06-30` }
    : { half: 2, year, firstDay: `${year}-07-01`, lastDay: `${year}-12-31` };
}

/**
 * Authorities ask their customers twice a year, once in each half (the reform plans the portal was asked for). Says whether
 * the half that `today` lies in still waits for a round; one that is only drawn up does not count.
 * @param rounds of one authority
 */
export function roundDue(rounds: readonly { opensOn: string; state: RoundState }[], today: string): RoundDue | undefined {
  const { half, year, firstDay, lastDay } = halfOf(today);
  const held = rounds.some(({ opensOn, state }) => state !== "draft" && firstDay <= opensOn && opensOn <= lastDay);
  return held ? undefined : { half, year, lastDay };
}
