import type { Complete } from "#app/i18n/complete.ts";
import type { calendar as source } from "../vi/calendar.ts";

export const calendar = {} satisfies Complete<typeof source, "en">;
