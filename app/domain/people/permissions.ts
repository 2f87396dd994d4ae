import type { Permission, Role } from "./vocabulary.ts";

/**
 * The matrix of domain.md 7.5 as data. System administrators hold no permission on case content;
 * approver ≠ author and the conflict-of-interest guard are rules of the acts, not of this table.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  one_stop: ["cases.enter", "slips.issue", "surveys.read_results"],
  intake: ["cases.enter", "cases.read", "cases.classify", "identities.reveal", "confidential.hand_over", "surveys.read_results"],
  coordinator: [
    "cases.read",
    "cases.assign",
    "cases.transfer",
    "routing.manage",
    "cases.publish",
    "cases.hide",
    "templates.manage",
    "identities.reveal",
    "surveys.read_results",
    "procedures.edit",
    "articles.publish",
    "plans.edit",
    "plans.approve",
    "scores.appraise",
    "scores.import",
    "reports.read",
    "audit.read",
  ],
  handler: ["cases.read", "cases.handle", "surveys.read_results", "articles.write", "plans.report"],
  unit_head: ["cases.read", "cases.bounce", "cases.assign", "surveys.read_results", "articles.approve", "plans.report", "scores.enter"],
  approver: [
    "cases.read",
    "cases.approve",
    "cases.publish",
    "surveys.approve",
    "surveys.read_results",
    "articles.approve",
    "plans.approve",
    "scores.appraise",
    "reports.read",
    "audit.read",
  ],
  editor: ["articles.write", "articles.approve", "articles.publish", "surveys.read_results"],
  survey_manager: ["surveys.manage", "surveys.read_answers", "surveys.read_results", "slips.issue"],
  procedure_editor: ["cases.read", "procedures.edit", "surveys.read_results"],
  reception: ["cases.read", "identities.reveal", "confidential.read", "confidential.hand_over"],
  data_protection: ["data_requests.handle", "audit.read"],
  auditor: ["cases.read", "surveys.read_results", "reports.read", "audit.read"],
  admin: ["units.manage", "templates.manage", "people.manage", "calendar.manage", "audit.read"],
  partner: ["cases.enter", "articles.write"],
};
