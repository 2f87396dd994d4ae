import type { Tone } from "#app/components/ui/tag.tsx";
import type { RoundState } from "#app/domain/surveys/vocabulary.ts";

/** How each state of a round looks; the word beside it says it. */
export const roundTones: Readonly<Record<RoundState, Tone>> = {
  draft: "neutral",
  open: "info",
  closed: "warn",
  published: "ok",
  archived: "neutral",
};
