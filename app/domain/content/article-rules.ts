import { mayIn, type Official } from "../people/official.ts";
import type { ArticleAct, ArticleState } from "./vocabulary.ts";

type Standing = { state: ArticleState; unitId: string | null; authorId: string | null };

/** From which states each act leads on. Text that is changed has to be approved again. */
export const articleActFrom: Readonly<Record<ArticleAct, readonly ArticleState[]>> = {
  edit: ["draft", "approved", "scheduled", "published", "withdrawn"],
  submit: ["draft"],
  return: ["review"],
  approve: ["review"],
  publish: ["approved"],
  withdraw: ["draft", "review", "approved", "scheduled", "published"],
};

const permissionFor = {
  edit: "articles.write",
  submit: "articles.write",
  return: "articles.approve",
  approve: "articles.approve",
  publish: "articles.publish",
  withdraw: "articles.publish",
} as const;

/** Right and scope of one act, whatever the state. Whoever wrote the text never approves it (domain.md 7.5). */
export function mayActOnArticle(by: Official, act: ArticleAct, article: Omit<Standing, "state">): boolean {
  if (act === "approve" && article.authorId === by.id) return false;
  return mayIn(by, permissionFor[act], article.unitId);
}

/** The acts open to this official now. `isPublic`: a copy of it is before the public, whatever is being written. */
export function articleActsFor(by: Official, article: Standing, isPublic: boolean): ArticleAct[] {
  return (Object.keys(articleActFrom) as ArticleAct[])
    .filter((act) => articleActFrom[act].includes(article.state) && mayActOnArticle(by, act, article))
    .filter((act) => act !== "withdraw" || isPublic || article.state === "scheduled");
}
