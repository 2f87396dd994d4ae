import type { Complete } from "#app/i18n/complete.ts";
import type { people as source } from "../vi/people.ts";

export const people = {} satisfies Complete<typeof source, "en">;
