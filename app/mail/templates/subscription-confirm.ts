import type { MailTemplate } from "../mail-text.ts";
import { topicWords } from "./topic-words.ts";

/** Somebody typed this address: nothing more is sent before its owner says yes. */
export const subscriptionConfirm: MailTemplate<"subscription_confirm"> = (data, tools) => ({
  subject: tools.t("mail:subscription_confirm.subject"),
  paragraphs: [tools.t("mail:subscription_confirm.asked", { topic: topicWords(data, tools) }), tools.t("mail:subscription_confirm.how")],
  link: { to: "confirm", path: tools.ownPage },
  foot: "wish",
});
