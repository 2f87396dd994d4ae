import type { Complete } from "#app/i18n/complete.ts";
import type { office as source } from "../vi/office.ts";

export const office = {} satisfies Complete<typeof source, "en">;
