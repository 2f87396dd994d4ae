export { publishArticle } from "./publish-article.server.ts";
export { publishChannel } from "./publish-channel.server.ts";
export { publishDocument } from "./publish-document.server.ts";
export { publishFaq } from "./publish-faq.server.ts";
