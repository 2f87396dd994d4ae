import type { Complete } from "#app/i18n/complete.ts";
import type { portal as source } from "../vi/portal.ts";

export const portal = {} satisfies Complete<typeof source, "en">;
