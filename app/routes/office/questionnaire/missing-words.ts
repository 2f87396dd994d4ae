/** The keys that have a sentence of their own; others get the general one. */
const told = [
  "no_vietnamese",
  "no_english",
  "too_few_options",
  "no_question",
  "no_scale",
  "code_used_twice",
  "unknown_factor",
  "unknown_condition",
  "sensitive_required",
  "option_used_twice",
  "most_too_many",
  "number_empty",
  "bands_not_in_order",
  "grid_apart",
  "grid_differs",
] as const;

export const missingKey = (key: string) => told.find((one) => one === key) ?? "not_right";
