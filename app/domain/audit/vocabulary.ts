/** What an audit event can be about. */
export const auditSubjects = [
  "case",
  "identity",
  "confidential",
  "public_copy",
  "round",
  "questionnaire",
  "improvement",
  "remark",
  "slip",
  "article",
  "document",
  "procedure",
  "plan",
  "score_sheet",
  "service_month",
  "unit",
  "official",
  "api_key",
  "calendar",
  "portal",
] as const;
export type AuditSubject = (typeof auditSubjects)[number];
