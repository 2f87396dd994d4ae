import type { Complete } from "#app/i18n/complete.ts";
import type { mail as source } from "../vi/mail.ts";

export const mail = {
  common: {
    greeting: "Hello,",
    track: "Open your case",
    trackHow: "To open it you need the case code {{code}} and the tracking key you were given when you sent it.",
    read: "Read the public answer",
    answer: "Answer the survey",
    office: "Open your office page",
    official: "You get this mail because you are in charge of these deadlines on the Lắng Nghe portal, or follow them. At most one mail a day.",
    confirm: "Open your subscription page",
    footer: "This mail was sent automatically because you left this address when you sent a case through Lắng Nghe.",
    reply: "You can reply to this mail: what you write is added to the messages of your case.",
    noReply: "Nobody reads replies to this address; please write in your case instead.",
    noReplyAtAll: "Nobody reads replies to this address.",
    subscribed: "You get this mail because you subscribed to news on Lắng Nghe.",
    manage: "Change or stop these mails",
    mute: "Stop mails about the progress of this case",
    notYou: "If you sent nothing, somebody may have typed the wrong address. You can simply ignore this mail.",
  },
  case_received: {
    subject: "We have received your case, {{code}}",
    received: "Thank you. We have received your case, code {{code}}.",
    answerBy: "We will answer by the end of {{day}}.",
  },
  case_received_by_mail: {
    answerThis: "To add something, send photos or ask how it stands, just answer this mail.",
    leftOut_one: "{{count}} file was no photo, so we did not take it. Take a photo of the document and answer this mail with it.",
    leftOut_other: "{{count}} files were no photos, so we did not take them. Take photos of the documents and answer this mail with them.",
  },
  case_joined: {
    subject: "Another report about the matter of case {{code}}",
    joined: "Another report about the same matter now follows your case {{code}}. Your case is dealt with as before; its deadline stays.",
  },
  case_lead_published: {
    subject: "There is an answer to the matter of case {{code}}",
    published: "Your case {{code}} is about the same matter as case {{lead}}. The answer to case {{lead}} has been published.",
  },
  case_lead_withheld: {
    subject: "The matter of case {{code}} has been answered",
    answered:
      "Your case {{code}} follows an earlier case about the same matter. That case was answered on {{day}}; the answer went to its sender only and is not public.",
    ask: "If what you reported is still not settled, you can send a new case and say what is left.",
  },
  mail_not_taken: {
    subject: "Your mail has not become a case yet",
    notTaken: "We received your mail, but could not make a case of it.",
    too_short: "It is too short to tell what it is about. Write again: what happened, where, since when, and what you ask us to do.",
    too_long: "It is longer than 5,000 characters. Shorten it to the main points and send it again.",
    too_many: "This address has sent its mails of the day. Write again tomorrow, or use the web site.",
    send: "Send it on the web site",
    sendNote: "Step by step, with photos.",
    why: "You get this because a mail came from your address to the mailbox for feedback. If it was not you, ignore it.",
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
  case_deadline_moved: {
    subject: "Case {{code}}: now due on {{day}}",
    moved: "The working calendar has changed. Case {{code}} was due on {{from}} and is now due on {{until}}.",
    why: "Your case shows how each day was counted, and the first due day.",
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
  subscription_confirm: {
    subject: "Please confirm your subscription",
    asked: "Somebody, probably you, would like mail at this address about {{topic}}.",
    how: "If it was you, open the page below and press “Confirm”. You will then get at most one mail a day, and only when there is something new.",
    ignore: "If it was not you, simply ignore this mail. Your address is deleted after seven days.",
  },
  subscription_exists: {
    subject: "You already have this subscription",
    already: "You already get mail about {{topic}}; there is no need to subscribe again.",
    daily: "You get at most one mail a day, and only when there is something new.",
  },
  subscription_digest: {
    subject: "New in what you follow, {{day}}",
    new_one: "{{count}} new item has been published in what you follow.",
    new_other: "{{count}} new items have been published in what you follow.",
    kind: { case: "Answer", news: "News", procedure: "Procedure" },
  },
  deadline_digest: {
    subject_one: "{{count}} deadline to look at, {{day}}",
    subject_other: "{{count}} deadlines to look at, {{day}}",
    lead: "These deadlines are near or over:",
    warning: {
      half: "half of the time has passed",
      most: "four fifths of the time have passed",
      day_before: "due soon",
      overdue_one: "overdue by {{count}} working day",
      overdue_other: "overdue by {{count}} working days",
    },
    due: "due {{day}}",
    more_one: "There is {{count}} more deadline; see your office page.",
    more_other: "There are {{count}} more deadlines; see your office page.",
  },
  sample_invitation: {
    subject: "Please rate the service of {{authority}}",
    drawn: "You recently had a dossier completed at {{unit}}. You are one of the people drawn at random to be asked about it.",
    round_one: "The survey “{{title}}” takes answers until {{day}}. It takes about {{count}} minute, on a phone or a computer.",
    round_other: "The survey “{{title}}” takes answers until {{day}}. It takes about {{count}} minutes, on a phone or a computer.",
    free: "Whether you answer is up to you and changes nothing about your dossier. The form carries no name: the authority knows whether the code was used, not what you chose.",
    code: "Your code: {{code}}. It works once; please do not pass it on.",
    why: "Your address comes from the dossier you filed and is used for this message and at most two reminders only. It is erased {{days}} days after the survey ends.",
  },
  sample_reminder: {
    subject: "Reminder: the survey of {{authority}} is still open",
    unused: "We asked you to rate the service at {{unit}}. The code we sent you has not been used.",
    until:
      "The survey “{{title}}” takes answers until {{day}}. Your answer helps the results speak for everybody, not only for those who answer early.",
  },
} satisfies Complete<typeof source, "en">;
