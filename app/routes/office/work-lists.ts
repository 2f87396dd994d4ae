import type { WorkList } from "#app/domain/feedback/vocabulary.ts";
import type { Permission } from "#app/domain/people/vocabulary.ts";

/** Whose list it is: who holds this permission has work in it. In the order of a case's life. */
const whose: readonly (readonly [WorkList, Permission])[] = [
  ["overdue", "cases.read"],
  ["due_today", "cases.read"],
  ["to_receive", "cases.classify"],
  ["to_confirm", "cases.transfer"],
  ["to_assign", "cases.assign"],
  ["to_take_up", "cases.handle"],
  ["mine", "cases.handle"],
  ["my_unit", "cases.bounce"],
  ["to_approve", "cases.approve"],
  ["to_publish", "cases.publish"],
];

/** The work lists of an official, the most pressing first. */
export const workListsFor = (may: readonly Permission[]): WorkList[] =>
  whose.flatMap(([list, permission]) => (may.includes(permission) ? [list] : []));

/** Name of the GET parameter that chooses a work list at `/can-bo/ho-so`. */
export const workListParameter = "viec";

/** The address of a work list, in Vietnamese. */
export const workListPath = (list: WorkList): string => `/can-bo/ho-so?${workListParameter}=${list}`;
