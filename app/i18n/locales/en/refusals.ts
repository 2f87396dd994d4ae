import type { Complete } from "#app/i18n/complete.ts";
import type { refusals as source } from "../vi/refusals.ts";

export const refusals = {} satisfies Complete<typeof source, "en">;
