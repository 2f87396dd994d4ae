import type { ClockStep, WarningKind } from "../calendar/vocabulary.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import type { MailRefusal, SubscriptionTopic, MessageTemplate } from "./vocabulary.ts";

type Unit = { unitVi: string; unitEn: string };
type Topic = { topic: SubscriptionTopic; slug: string; nameVi: string; nameEn: string | null };

/** Something that became public, as a digest names it: a public copy and nothing else. */
export type DigestReference = { kind: "case" | "news" | "procedure"; slug: string };
/** Title and unit as they are public at the moment of sending. `day`: civil day. */
export type DigestItem = DigestReference & { titleVi: string; titleEn: string | null; day: string } & Unit;

/** A deadline an official is warned of: no word of the case, and no person. */
export type DeadlineItem = { code: string; kind: CaseKind; step: ClockStep; warning: WarningKind; dueOn: string; overdueDays: number } & Unit;

/** To somebody who was drawn: which survey, of whom, until when. Never a name, a dossier or what was answered. */
export type DrawnFor = {
  titleVi: string;
  titleEn: string;
  authorityVi: string;
  authorityEn: string;
  closesOn: string;
  /** How long the form takes; missing in what was queued before letters said so. */
  minutes?: number;
} & Unit;

/** What each mail is filled with. Days are civil days. Never a sender's name, and never what a sender wrote. */
export type MessageContents = {
  case_received: { code: string; answerBy: string | null };
  /** `leftOut`: files that were no photos. */
  case_received_by_mail: { code: string; answerBy: string | null; leftOut: number };
  /** Another case follows this one's answer. */
  case_joined: { code: string };
  /** To the sender of a duplicate: the answer to the lead case is public. */
  case_lead_published: { code: string; lead: string };
  /** The same, of an answer that is not public: nothing of the other case but the day of its answer. */
  case_lead_withheld: { code: string; answeredOn: string };
  mail_not_taken: { why: MailRefusal };
  case_supplement_requested: { code: string; request: string; until: string };
  case_accepted: { code: string; answerBy: string | null };
  case_assigned: { code: string } & Unit;
  case_in_progress: { code: string } & Unit;
  case_message: { code: string; body: string } & Unit;
  case_extended: { code: string; until: string; reason: string };
  /** The working calendar changed. */
  case_deadline_moved: { code: string; from: string; until: string };
  case_interim: { code: string; body: string } & Unit;
  case_transferred: { code: string; externalBody: string; letter: string };
  case_answered: { code: string; answer: string; legalBasis: string | null; rateUntil: string } & Unit;
  case_published: { code: string };
  case_withheld: { code: string; reason: string };
  case_refused: { code: string; reason: string; text: string };
  case_reopened: { code: string; answerBy: string | null };
  case_withdrawn: { code: string };
  /** Says nothing of the case: a denunciation's mail must not name one. */
  case_handed_over: { receivedOn: string };
  subscription_confirm: Topic;
  subscription_exists: Topic;
  subscription_digest: { day: string; items: DigestItem[] };
  /** To an official: everything near its end or over, in one mail. `more`: how many did not fit. */
  deadline_digest: { day: string; items: DeadlineItem[]; more: number };
  sample_invitation: DrawnFor & { code: string };
  sample_reminder: DrawnFor & { code: string };
};

/**
 * What is kept in the outbox: a digest holds references only, so that what is hidden meanwhile is not sent; the code of a
 * drawn person's slip is made when the mail goes out.
 */
type QueuedContents = Omit<MessageContents, "subscription_digest" | "sample_invitation" | "sample_reminder"> & {
  subscription_digest: { day: string; items: DigestReference[] };
  sample_invitation: DrawnFor;
  sample_reminder: DrawnFor;
};

type Filled<Contents extends Record<MessageTemplate, unknown>> = {
  [Template in MessageTemplate]: { template: Template; data: Contents[Template] };
}[MessageTemplate];

/** A template with what it is filled with, as it is queued. */
export type MessageOf = Filled<QueuedContents>;
/** The same as it is rendered. */
export type FilledMessage = Filled<MessageContents>;
