import type { Channel } from "#app/domain/feedback/vocabulary.ts";

/** How something reaches an official who writes it down. */
export const entryChannels: readonly Channel[] = ["phone", "desk", "post", "email", "meeting", "import_1022"];
