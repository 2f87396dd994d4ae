import type { Complete } from "#app/i18n/complete.ts";
import type { words as source } from "../vi/words.ts";

export const words = {} satisfies Complete<typeof source, "en">;
