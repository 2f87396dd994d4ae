/** Deadlines to narrow by: what the address says, and its word. */
export const dueChoices = [
  ["qua-han", "overdue"],
  ["0", "today"],
  ["3", "three"],
  ["7", "seven"],
] as const;

/** Longer pages than the usual one. */
export const pageSizes = [100] as const;
