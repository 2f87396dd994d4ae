import type { RoundState } from "./vocabulary.ts";

/** A half of a year in which an authority has opened no round yet. */
export type RoundDue = { half: 1 | 2; year: number; /** Its last civil day. */ lastDay: string };

/**
 * Authorities ask their customers twice a year, once in each half (the reform plans the portal was asked for). Says whether
 * the half that `today` lies in still waits for a round; one that is only drawn up does not count.
 * @param rounds of one authority
 */
export function roundDue(rounds: readonly { opensOn: string; state: RoundState }[], today: string): RoundDue | undefined {
  const year = Number(today.slice(0, 4));
  const half = today.slice(5) <= "06-30" ? 1 : 2;
  const [firstDay, lastDay] = half === 1 ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
  const held = rounds.some(({ opensOn, state }) => state !== "draft" && firstDay <= opensOn && opensOn <= lastDay);
  return held ? undefined : { half, year, lastDay };
}
