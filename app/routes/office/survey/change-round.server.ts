import { archiveRound, closeRound, openRound, publishResults } from "#app/domain/surveys/index.server.ts";
import type { RoundAct } from "./round-acts.ts";

/** The domain's act for each word. */
export const changeRound = {
  mo: openRound,
  dong: closeRound,
  "cong-bo": publishResults,
  "luu-tru": archiveRound,
} satisfies Record<RoundAct, typeof openRound | typeof closeRound | typeof publishResults | typeof archiveRound>;
