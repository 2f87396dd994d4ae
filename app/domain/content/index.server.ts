export {
  findArticle,
  type ArticleForOffice,
  type ArticleRow,
  countArticles,
  countWaitingArticles,
  listArticles,
  listCategories,
} from "./queries.server.ts";
export { approveArticle, returnArticle, submitArticle } from "./move-article.server.ts";
export { publishArticle } from "./publish-article.server.ts";
export { publishChannel } from "./publish-channel.server.ts";
export { publishDocument } from "./publish-document.server.ts";
export { publishFaq } from "./publish-faq.server.ts";
export { publishDueArticles, releaseArticle } from "./release-article.server.ts";
export { withdrawArticle } from "./withdraw-article.server.ts";
export { editArticle, writeArticle } from "./write-article.server.ts";
