import type { Tone } from "#app/components/ui/tag.tsx";
import type { ArticleState } from "#app/domain/content/vocabulary.ts";

/** How an article's state looks; the word beside it says the same. */
export const articleTones: Record<ArticleState, Tone> = {
  draft: "neutral",
  review: "info",
  approved: "info",
  scheduled: "info",
  published: "ok",
  withdrawn: "warn",
};
