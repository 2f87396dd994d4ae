export { findApiKey } from "./find-api-key.server.ts";
export { issueApiKey, mayManageKeys } from "./issue-api-key.server.ts";
export { issueDemoKey } from "./issue-demo-key.server.ts";
export { isPartnerCursor, listPartnerCases, type PartnerCase } from "./list-partner-cases.server.ts";
export { listApiKeys } from "./list-api-keys.server.ts";
export { revokeApiKey } from "./revoke-api-key.server.ts";
export { findCodeByToken, type SentPartnerCase, sendPartnerCase } from "./send-partner-case.server.ts";
