import type { Complete } from "#app/i18n/complete.ts";
import type { feedback as source } from "../vi/feedback.ts";

export const feedback = {} satisfies Complete<typeof source, "en">;
