import type { Complete } from "#app/i18n/complete.ts";
import type { surveys as source } from "../vi/surveys.ts";

export const surveys = {} satisfies Complete<typeof source, "en">;
