import type { Complete } from "#app/i18n/complete.ts";
import type { mail as source } from "../vi/mail.ts";

export const mail = {
  common: {
    greeting: "Hello,",
    track: "Open your case",
    trackHow: "To open it you need the case code {{code}} and the receipt key you were given when you sent it.",
    read: "Read the public answer",
    footer:
      "This mail was sent automatically because you left this address when you sent a case through Lắng Nghe. Please do not reply to it; write in your case instead.",
    notYou: "If you sent nothing, somebody may have typed the wrong address. You can simply ignore this mail.",
  },
  case_received: {
    subject: "We have received your case, {{code}}",
    received: "Thank you. We have received your case, code {{code}}.",
    answerBy: "We will answer by the end of {{day}}.",
  },
  case_supplement_requested: {
    subject: "Something is missing in case {{code}}",
    asked: "To deal with case {{code}} we need more from you:",
    until:
      "Please add it by the end of {{day}}. The time for our answer stands still and starts anew when you do. After that day the case will be closed.",
  },
  case_accepted: {
    subject: "Case {{code}} has been accepted",
    accepted: "Your case {{code}} has been classified and accepted.",
    answerBy: "The answer is due on {{day}}.",
  },
  case_assigned: {
    subject: "Case {{code}} has gone to the unit that answers",
    assigned: "Case {{code}} has been passed to {{unit}}, who will answer you.",
  },
  case_in_progress: {
    subject: "Case {{code}} is being handled",
    begun: "{{unit}} has begun to work on your case {{code}}.",
  },
  case_message: {
    subject: "A new message in case {{code}}",
    written: "{{unit}} writes to you in case {{code}}:",
    answer: "You can reply in the case itself. This is not the official answer yet.",
  },
  case_extended: {
    subject: "Case {{code}}: new due day {{day}}",
    extended: "Case {{code}} needs more time. The answer is now due on {{day}}.",
    reason: "The reason:",
  },
  case_interim: {
    subject: "Case {{code}}: noted, kept for further study",
    kept: "{{unit}} has not enough ground yet to decide on case {{code}}. Your opinion is kept for further study and looked at again every 90 days.",
  },
  case_transferred: {
    subject: "Case {{code}} has gone to another body",
    transferred: "Case {{code}} is a matter for {{body}}. We passed it on with letter {{letter}}.",
    next: "That body will answer you.",
  },
  case_answered: {
    subject: "Case {{code}} has an answer",
    answered: "{{unit}} answers your case {{code}}:",
    basis: "Legal basis: {{basis}}",
    rate: "Is the answer satisfactory? Open your case and rate it by the end of {{day}}. If you do not agree, you can ask for another look.",
  },
  case_published: {
    subject: "The answer to case {{code}} is public",
    published: "The answer to case {{code}} has been published, without your name or details.",
  },
  case_withheld: {
    subject: "The answer to case {{code}} is not published",
    withheld: "The answer to case {{code}} goes to you only and is not published. The reason: {{reason}}.",
  },
  case_refused: {
    subject: "Case {{code}} was not accepted",
    refused: "We are sorry: case {{code}} was not accepted. The reason: {{reason}}.",
    lapsed: "The time to add what was missing is over and nothing has reached us, so case {{code}} has been closed.",
    again: "You can send a new case with all that is needed.",
  },
  case_reopened: {
    subject: "Case {{code}} is being looked at again",
    reopened: "We will look at case {{code}} again, as you asked.",
    answerBy: "The new answer is due on {{day}}.",
  },
  case_withdrawn: {
    subject: "You have withdrawn case {{code}}",
    withdrawn: "Case {{code}} has been withdrawn as you asked and will not be worked on.",
  },
  case_handed_over: {
    subject: "Your letter has been passed on",
    moved: "The letter you sent on {{day}} has been passed to the competent office.",
    next: "That office will get in touch with you if it needs to. Your details are kept confidential.",
  },
} satisfies Complete<typeof source, "en">;
