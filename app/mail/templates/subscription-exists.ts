import type { MailTemplate } from "../mail-text.ts";
import { topicWords } from "./topic-words.ts";

/** Asked for again by who has it already: said in the mail only, so that the page tells nobody who reads what. */
export const subscriptionExists: MailTemplate<"subscription_exists"> = (data, tools) => ({
  subject: tools.t("mail:subscription_exists.subject"),
  paragraphs: [tools.t("mail:subscription_exists.already", { topic: topicWords(data, tools) }), tools.t("mail:subscription_exists.daily")],
  link: { to: "confirm", path: tools.ownPage },
  foot: "subscription",
});
