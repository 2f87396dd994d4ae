export { changePassword } from "./change-password.server.ts";
export { confirmSecondFactor } from "./confirm-second-factor.server.ts";
export { deactivateOfficial } from "./deactivate-official.server.ts";
export { endOldSessions } from "./end-old-sessions.server.ts";
export { findOfficial } from "./find-official.server.ts";
export { findOfficialBySession } from "./find-official-by-session.server.ts";
export { grantRole, type GrantWish } from "./grant-role.server.ts";
export { findKeptForm, findSessionOwner, forgetKeptForm, forgetKeptForms, keepForm, type KeptForm } from "./kept-forms.server.ts";
export { hasAdmin } from "./last-admin.server.ts";
export {
  findAccount,
  findOfficialNames,
  type HeldRole,
  listDemoOfficials,
  listOfficials,
  listSessions,
  type OfficialRow,
  type PeopleFilter,
} from "./queries.server.ts";
export { registerAdmin } from "./register-admin.server.ts";
export { registerOfficial, type NewOfficial } from "./register-official.server.ts";
export { resetSignIn } from "./reset-sign-in.server.ts";
export { revokeRole } from "./revoke-role.server.ts";
export { confirmTotp, replaceTotp, startTotp, type TotpKeys } from "./set-up-totp.server.ts";
export { signIn, type SignedIn } from "./sign-in.server.ts";
export { endAllSessions, signOut } from "./sign-out.server.ts";
