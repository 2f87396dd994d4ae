import type { Complete } from "#app/i18n/complete.ts";
import type { content as source } from "../vi/content.ts";

export const content = {} satisfies Complete<typeof source, "en">;
