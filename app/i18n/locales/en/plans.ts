import type { Complete } from "#app/i18n/complete.ts";
import type { plans as source } from "../vi/plans.ts";

export const plans = {} satisfies Complete<typeof source, "en">;
