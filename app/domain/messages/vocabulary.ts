/** Every e-mail the portal sends, one template each. */
export const messageTemplates = [
  "case_received",
  "case_received_by_mail",
  "case_joined",
  "case_lead_published",
  "case_lead_withheld",
  "mail_not_taken",
  "case_supplement_requested",
  "case_accepted",
  "case_assigned",
  "case_in_progress",
  "case_message",
  "case_extended",
  "case_deadline_moved",
  "case_interim",
  "case_transferred",
  "case_answered",
  "case_published",
  "case_withheld",
  "case_refused",
  "case_reopened",
  "case_withdrawn",
  "case_handed_over",
  "subscription_confirm",
  "subscription_exists",
  "subscription_digest",
  "deadline_digest",
  "sample_invitation",
  "sample_reminder",
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** News of a case that its sender may do without; everything else about a case is owed. */
export const optionalTemplates = ["case_assigned", "case_in_progress", "case_published"] as const satisfies readonly MessageTemplate[];

/**
 * What became of a mail. `sent`: the next server took it over. `deferred`: refused for now, to be tried again.
 * `uncertain`: it was being handed over when the line or the portal broke; never sent a second time. `bounced`: taken
 * over, then returned. `suppressed`: not sent, because its address bounced or its reader does not want it.
 */
export const deliveryStates = ["queued", "sending", "sent", "deferred", "uncertain", "failed", "bounced", "suppressed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** How a mail stands, in the words of who minds the mail, and the fates that belong to it. */
export const mailStandings = {
  waiting: ["queued", "sending", "deferred"],
  sent: ["sent"],
  uncertain: ["uncertain"],
  failed: ["failed"],
  bounced: ["bounced"],
  suppressed: ["suppressed"],
} as const satisfies Record<string, readonly DeliveryState[]>;
export type MailStanding = keyof typeof mailStandings;

/** Fates after which an official may have a mail sent again. What a server took over is none of them. */
export const sendAgainStates = ["failed", "uncertain"] as const satisfies readonly DeliveryState[];

/** What a mail is about, as far as who minds the mail may know. */
export type MailKind = "case" | "subscription" | "deadline" | "other";

/** Why a mail did not arrive, for words; the server's own code stands beside it. */
export const deliveryReasons = [
  "no_such_address",
  "mailbox_full",
  "refused",
  "server_away",
  "too_late",
  "broken_off",
  "address_bounces",
  "not_wanted",
  "nothing_left",
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** Why a mail that came in could not become a case. */
export type MailRefusal = "too_short" | "too_long" | "too_many";

/** What one may subscribe to. */
export const subscriptionTopics = ["unit", "procedure", "news", "field"] as const;
export type SubscriptionTopic = (typeof subscriptionTopics)[number];

export const subscriptionStates = ["pending", "active"] as const;

/** What a mail that came in is. Only `message` may become a case, and only `reply` goes into a thread. */
export const incomingKinds = ["bounce", "automatic", "unsubscribe", "reply", "message"] as const;
export type IncomingKind = (typeof incomingKinds)[number];

/** `waiting`: kept until somebody makes something of it. */
export const incomingStates = ["waiting", "done"] as const;
