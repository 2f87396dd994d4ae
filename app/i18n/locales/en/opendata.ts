import type { Complete } from "#app/i18n/complete.ts";
import type { opendata as source } from "../vi/opendata.ts";

export const opendata = {} satisfies Complete<typeof source, "en">;
