import type { Complete } from "#app/i18n/complete.ts";
import type { procedures as source } from "../vi/procedures.ts";

export const procedures = {} satisfies Complete<typeof source, "en">;
