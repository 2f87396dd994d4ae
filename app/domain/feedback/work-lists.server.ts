import { and, eq, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { caseProposals, cases } from "#db/schema/index.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { Official } from "../people/official.ts";
import type { Permission } from "../people/vocabulary.ts";
import { withinScope } from "./scope.server.ts";
import { openStates, type ProposalKind, type WorkList } from "./vocabulary.ts";

/** Open, and the office's turn: while the sender is asked for more, nothing of ours is due. */
export const ours = openStates.filter((state) => state !== "CHO_BO_SUNG");

/** Somebody else proposed it and waits for a decision. */
const awaits = (by: Official, kinds: readonly ProposalKind[]): SQL =>
  sql`${cases.id} in (select p.case_id from ${caseProposals} p where p.state = 'pending' and p.kind in ${[...kinds]} and p.proposed_by_id <> ${by.id})`;

/** Who has the list, and which of the cases they may read are on it. The count and the list ask the same line. */
export const workListRules: Readonly<Record<WorkList, { permission: Permission; on: (by: Official, today: CivilDay) => SQL | undefined }>> = {
  to_receive: { permission: "cases.classify", on: () => inArray(cases.state, ["MOI", "DA_BO_SUNG"]) },
  to_confirm: { permission: "cases.transfer", on: (by) => awaits(by, ["supplement", "refusal"]) },
  to_assign: { permission: "cases.assign", on: () => inArray(cases.state, ["DA_TIEP_NHAN", "MO_LAI"]) },
  to_take_up: {
    permission: "cases.handle",
    on: (by) => and(eq(cases.state, "DA_PHAN_CONG"), or(isNull(cases.handlerId), eq(cases.handlerId, by.id))),
  },
  mine: {
    permission: "cases.handle",
    on: (by) => and(eq(cases.handlerId, by.id), inArray(cases.state, ["DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET"])),
  },
  my_unit: {
    permission: "cases.bounce",
    on: () => and(isNotNull(cases.unitId), inArray(cases.state, ["DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET", "TIEP_TUC_TAP_HOP"])),
  },
  to_approve: {
    permission: "cases.approve",
    on: (by) => or(and(eq(cases.state, "CHO_DUYET"), or(isNull(cases.handlerId), ne(cases.handlerId, by.id))), awaits(by, ["extension"])),
  },
  to_publish: { permission: "cases.publish", on: () => eq(cases.state, "DA_TRA_LOI") },
  due_today: { permission: "cases.read", on: (_by, today) => and(inArray(cases.state, [...ours]), eq(cases.nextDueOn, today)) },
  overdue: { permission: "cases.read", on: (_by, today) => and(inArray(cases.state, [...ours]), lt(cases.nextDueOn, today)) },
};

/** Open: written out as the index of open cases has it, so that every list and count is known to fit it. */
export const isOpen: SQL = sql`${cases.state} in (${sql.raw(openStates.map((state) => `'${state}'`).join(", "))})`;

/** The line of a list for one official: nothing where the right is missing. */
export function onList(list: WorkList, by: Official, today: CivilDay): SQL {
  const rule = workListRules[list];
  if (by.scopes[rule.permission] === undefined) return sql`false`;
  return and(isOpen, withinScope(by, rule.permission), rule.on(by, today)) ?? sql`false`;
}
