import type { Complete } from "#app/i18n/complete.ts";
import type { mail as source } from "../vi/mail.ts";

export const mail = {} satisfies Complete<typeof source, "en">;
