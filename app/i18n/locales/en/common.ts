import type { Complete } from "#app/i18n/complete.ts";
import type { common as source } from "../vi/common.ts";

export const common = {} satisfies Complete<typeof source, "en">;
