import decision766 from "#db/seed/data/service-rules-decision-766.json" with { type: "json" };
import oneStop from "#db/seed/data/service-rules-one-stop.json" with { type: "json" };

/** The rules the portal comes with: version 1 of each kind. */
export const shippedRules: readonly unknown[] = [oneStop, decision766];
