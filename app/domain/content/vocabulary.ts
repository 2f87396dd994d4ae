/** Editorial states, domain.md 7.4. */
export const articleStates = ["draft", "review", "approved", "scheduled", "published", "withdrawn"] as const;
export type ArticleState = (typeof articleStates)[number];

export const audiences = ["citizens-businesses", "officials", "both"] as const;
export type Audience = (typeof audiences)[number];

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** What an official may do with an article now. */
export const articleActs = ["edit", "submit", "return", "approve", "publish", "withdraw"] as const;
export type ArticleAct = (typeof articleActs)[number];

export const articleTitleMaxLength = 200;
export const articleSummaryMaxLength = 500;
export const articleBodyMaxLength = 50_000;
