/** Every e-mail the portal sends, one template each. */
export const messageTemplates = [
  "case_received",
  "case_supplement_requested",
  "case_accepted",
  "case_assigned",
  "case_in_progress",
  "case_message",
  "case_extended",
  "case_interim",
  "case_transferred",
  "case_answered",
  "case_published",
  "case_withheld",
  "case_refused",
  "case_reopened",
  "case_withdrawn",
  "case_handed_over",
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

export const deliveryStates = ["queued", "sent", "failed", "bounced"] as const;
export type DeliveryState = (typeof deliveryStates)[number];
