import type { Complete } from "#app/i18n/complete.ts";
import type { indices as source } from "../vi/indices.ts";

export const indices = {} satisfies Complete<typeof source, "en">;
