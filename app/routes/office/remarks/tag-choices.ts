import { inLanguage } from "#app/i18n/language.ts";
import type { useText } from "#app/i18n/use-text.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";

export type ListedTag = { code: string; name: { vi: string; en: string | null }; factor: string | null; own: boolean; retired: boolean };

const nameMaxLength = 90;

/** A tag by name; a factor's criteria are told by their code too, and long statements are cut. */
export function tagName(lang: Language, { code, name, own }: Pick<ListedTag, "code" | "name" | "own">): string {
  const words = inLanguage(lang, name);
  const short = words.length > nameMaxLength ? `${words.slice(0, nameMaxLength).replace(/\s+\S*$/, "")}…` : words;
  return own ? short : `${code}. ${short}`;
}

/** Tags to choose from, the authority's own first. */
export function tagChoices(t: ReturnType<typeof useText>, lang: Language, tags: readonly ListedTag[]) {
  const choices = (list: readonly ListedTag[]) => list.map((tag) => ({ value: tag.code, label: tagName(lang, tag) }));
  const own = tags.filter((tag) => tag.own);
  const shipped = tags.filter((tag) => !tag.own);
  return [
    ...(own.length > 0 ? [{ label: t("remarks:ownTags"), choices: choices(own) }] : []),
    ...(shipped.length > 0 ? [{ label: t("remarks:shippedTags"), choices: choices(shipped) }] : []),
  ];
}
