import type { RoundState, SheetMode, SlipState } from "./vocabulary.ts";

/** True on the days of an open round, both ends included. */
export function takesAnswers(round: { state: RoundState; opensOn: string; closesOn: string }, today: string): boolean {
  return round.state === "open" && round.opensOn <= today && today <= round.closesOn;
}

/** The last day on which paper sheets of a round are typed in and put into it. */
export const lastKeyingDay = ({ closesOn, keyingUntil }: { closesOn: string; keyingUntil: string | null }): string => keyingUntil ?? closesOn;

/** True on the days of an open round, and after its last day while its paper sheets may still be typed in. */
export function takesPaper(round: { state: RoundState; opensOn: string; closesOn: string; keyingUntil: string | null }, today: string): boolean {
  return round.state === "open" && round.opensOn <= today && today <= lastKeyingDay(round);
}

/** True where nothing can be added any more. There are no public figures until the results are published, and then those that were frozen. */
export const isFrozen = (state: RoundState): boolean => state === "closed" || state === "published" || state === "archived";

/** True where results may be called final: a leader approved them. */
export const isFinal = (state: RoundState): boolean => state === "published" || state === "archived";

export type SlipStanding = "usable" | "used" | "expired" | "cancelled" | "not_open";

/** How a slip stands today. Being looked at changes nothing. */
export function standingOf(slip: { state: SlipState; expiresOn: string }, roundTakesAnswers: boolean, today: string): SlipStanding {
  if (slip.state === "used") return "used";
  if (slip.state === "cancelled") return "cancelled";
  if (slip.state === "expired" || slip.expiresOn < today) return "expired";
  return roundTakesAnswers ? "usable" : "not_open";
}

/** Ways of answering that anybody may take who has the address. */
export const isOpenToAll = (modes: readonly SheetMode[] | readonly string[]): boolean => modes.some((mode) => mode === "open_link");
