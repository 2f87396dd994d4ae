import type { Grant } from "./official.ts";
import type { IdleMinutes } from "./vocabulary.ts";

/** How long a session of somebody with these roles may lie idle, in milliseconds: administrators’ shorter. */
export const mayIdle = (grants: readonly Grant[], { officials, admins }: IdleMinutes): number =>
  (grants.some(({ role }) => role === "admin") ? Math.min(officials, admins) : officials) * 60_000;
