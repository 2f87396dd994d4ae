import type { MessageTemplate } from "#app/domain/messages/vocabulary.ts";
import type { MailTemplate } from "../mail-text.ts";
import { caseAccepted } from "./case-accepted.ts";
import { caseAnswered } from "./case-answered.ts";
import { caseAssigned } from "./case-assigned.ts";
import { caseDeadlineMoved } from "./case-deadline-moved.ts";
import { caseExtended } from "./case-extended.ts";
import { caseHandedOver } from "./case-handed-over.ts";
import { caseInProgress } from "./case-in-progress.ts";
import { caseInterim } from "./case-interim.ts";
import { caseMessage } from "./case-message.ts";
import { casePublished } from "./case-published.ts";
import { caseReceived } from "./case-received.ts";
import { caseReceivedByMail } from "./case-received-by-mail.ts";
import { caseJoined } from "./case-joined.ts";
import { caseLeadPublished } from "./case-lead-published.ts";
import { caseLeadWithheld } from "./case-lead-withheld.ts";
import { mailNotTaken } from "./mail-not-taken.ts";
import { caseRefused } from "./case-refused.ts";
import { caseReopened } from "./case-reopened.ts";
import { caseSupplementRequested } from "./case-supplement-requested.ts";
import { caseTransferred } from "./case-transferred.ts";
import { caseWithdrawn } from "./case-withdrawn.ts";
import { caseWithheld } from "./case-withheld.ts";
import { deadlineDigest } from "./deadline-digest.ts";
import { sampleInvitation } from "./sample-invitation.ts";
import { sampleReminder } from "./sample-reminder.ts";
import { subscriptionConfirm } from "./subscription-confirm.ts";
import { subscriptionDigest } from "./subscription-digest.ts";
import { subscriptionExists } from "./subscription-exists.ts";

export const templates: { [Template in MessageTemplate]: MailTemplate<Template> } = {
  case_received: caseReceived,
  case_received_by_mail: caseReceivedByMail,
  case_joined: caseJoined,
  case_lead_published: caseLeadPublished,
  case_lead_withheld: caseLeadWithheld,
  mail_not_taken: mailNotTaken,
  case_supplement_requested: caseSupplementRequested,
  case_accepted: caseAccepted,
  case_assigned: caseAssigned,
  case_in_progress: caseInProgress,
  case_message: caseMessage,
  case_extended: caseExtended,
  case_deadline_moved: caseDeadlineMoved,
  case_interim: caseInterim,
  case_transferred: caseTransferred,
  case_answered: caseAnswered,
  case_published: casePublished,
  case_withheld: caseWithheld,
  case_refused: caseRefused,
  case_reopened: caseReopened,
  case_withdrawn: caseWithdrawn,
  case_handed_over: caseHandedOver,
  subscription_confirm: subscriptionConfirm,
  subscription_exists: subscriptionExists,
  subscription_digest: subscriptionDigest,
  deadline_digest: deadlineDigest,
  sample_invitation: sampleInvitation,
  sample_reminder: sampleReminder,
};
