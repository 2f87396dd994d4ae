import type { Complete } from "#app/i18n/complete.ts";
import type { units as source } from "../vi/units.ts";

export const units = {} satisfies Complete<typeof source, "en">;
