import type { Language } from "#app/domain/content/vocabulary.ts";
import type { HeldRole } from "#app/domain/people/index.server.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** A demo sign-in in words: what it may do, and for which unit when it is not the whole portal. */
export function toDemoAccount(t: ReturnType<typeof i18nFor>["t"], lang: Language, official: { email: string; roles: HeldRole[] }) {
  const unit = official.roles.find((held) => held.unit)?.unit;
  return {
    email: official.email,
    roles: official.roles.map(({ role }) => t(`words:role.${role}`)).join(", "),
    unit: unit ? inLanguage(lang, unit) : null,
  };
}

export type DemoAccount = ReturnType<typeof toDemoAccount>;
