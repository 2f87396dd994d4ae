import type { Complete } from "#app/i18n/complete.ts";
import type { results as source } from "../vi/results.ts";

export const results = {} satisfies Complete<typeof source, "en">;
