import business from "#db/seed/data/questionnaire-business.json" with { type: "json" };
import sipas2022 from "#db/seed/data/questionnaire-sipas-2022.json" with { type: "json" };
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };
import slip from "#db/seed/data/questionnaire-slip.json" with { type: "json" };
import threeLevels from "#db/seed/data/questionnaire-three-levels.json" with { type: "json" };
import unitSlip from "#db/seed/data/questionnaire-unit-slip.json" with { type: "json" };

/**
 * The questionnaires the portal comes with: SIPAS-22, the form in use since 2022, the slips of the one-stop desk on five and on
 * three levels, the slip of nine of a small unit, and the survey of businesses.
 */
export const shippedQuestionnaires: readonly unknown[] = [sipas, sipas2022, slip, threeLevels, unitSlip, business];
