import type { Complete } from "#app/i18n/complete.ts";
import type { refusals as source } from "../vi/refusals.ts";

export const refusals = {
  sign_in: {
    wrong: "The e-mail or the password is not right. Check them and try again.",
    locked: "Locked after too many wrong tries. Try again in {{minutes}} minutes.",
    idle: "This account was not used for more than {{days}} days and is locked. See an administrator to open it again.",
    again: "Your session is no longer valid. Sign in again.",
    wrong_code: "The code is not right. Wait for the next one in the app and enter it.",
    used_code: "This code was already used. Wait for the next one and enter it.",
  },
  totp: { already_set_up: "The second factor is already set up. Sign in with the code in use." },
  password: {
    too_short: "A password needs at least 14 characters. Use a longer sentence.",
    too_long: "The password is longer than 200 characters. Shorten it.",
    about_you: "A password must not contain your name or e-mail. Choose another one.",
    too_common: "This password is easy to guess. Use a sentence that only you would think of.",
    same: "The new password is the old one. Choose another.",
    wrong: "The current password is not right. Enter it again.",
    demo: "Accounts to try cannot change their password.",
  },
  people: {
    not_yours: "You do not manage this person or this unit.",
    not_yourself: "Nobody changes their own rights. Ask another administrator.",
    email_taken: "This e-mail already has an account. Look for it in the list of people.",
    admin_reads_no_cases: "A system administrator must not also read cases. Give the roles to two different people.",
    ends_in_the_past: "The last day is over. Choose today or a later day.",
    admin_exists: "There is an active administrator already. Ask them to add accounts under People.",
    already_granted: "This person already holds that role in this unit.",
    grant_gone: "This role was taken back before.",
    last_admin: "This is the last administrator. Give the right to somebody else first.",
    not_active: "This person has left.",
    gone: "This person was not found.",
    unknown_unit: "There is no such unit. Choose one of the list.",
  },
} satisfies Complete<typeof source, "en">;
