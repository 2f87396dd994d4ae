import type { RoundState, SheetMode, SlipState } from "./vocabulary.ts";

/** True on the days of an open round, both ends included. */
export function takesAnswers(round: { state: RoundState; opensOn: string; closesOn: string }, today: string): boolean {
  return round.state === "open" && round.opensOn <= today && today <= round.closesOn;
}

/** True where nothing can be added any more: the figures come from the frozen counts. */
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
