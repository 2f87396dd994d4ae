/**
 * Text as people type it on a phone without diacritics: lower case, no marks, đ as d, single spaces. What the database
 * does with `unaccent(lower(…))` for search, done here for comparing and for slugs. Length in characters may change.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐðÐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** “Đăng ký khai sinh” → `dang-ky-khai-sinh`. Cut at a word within `maxLength`; empty when nothing is left to say. */
export function slugify(text: string, maxLength = 80): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length <= maxLength) return slug;

  const cut = slug.slice(0, maxLength + 1).lastIndexOf("-");
  return slug.slice(0, cut > 0 ? cut : maxLength);
}

/**
 * A rough test that a text is Vietnamese, with or without diacritics: a hint for the officer who decides (Decree
 * 20/2008/NĐ-CP, art. 7 asks for Vietnamese), never a refusal by itself. A text without letters is not Vietnamese.
 */
export function isVietnamese(text: string): boolean {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return false;
  if (words.filter((word) => ownLetters.test(word.normalize("NFD"))).length >= words.length * 0.15) return true;

  const folded = words.map(fold);
  const syllables = folded.filter((word) => syllable.test(word)).length;
  const english = folded.filter((word) => englishWords.has(word)).length;
  return syllables >= words.length * 0.75 && english <= words.length * 0.1;
}

/** Letters and marks hardly any other language has: đ, ơ, ư, ă, hook above, dot below, circumflex with a tone. */
const ownLetters = /đ|[ou]\u031B|a\u0306|\u0309|[aeiouy][\u0302\u031B]?\u0323|[aeo]\u0302[\u0300\u0301\u0303]/u;

const onsets = "b|ch?|d|g[hi]?|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|t[hr]?|v|x";
const rhymes = [
  "a(?:ch?|i|m|n[gh]?|o|p|t|u|y)?",
  "e(?:ch?|m|n[gh]?|o|p|t|u)?",
  "i(?:a|ch?|e(?:c|m|ng?|p|t|u)|m|nh?|p|t|u)?",
  "o(?:a(?:ch?|i|m|n[gh]?|o|p|t|y)?|c|e[mnot]?|i|m|ng?|o(?:c|ng)|p|t)?",
  "u(?:a(?:ng?|t|u|y)?|c|e(?:ch|nh)?|i|m|ng?|o(?:c|i|m|ng?|p|t|u)?|p|t|u|y(?:a|ch|en|et|nh|t|u)?)?",
  "y(?:e(?:m|n|t|u))?",
].join("|");
const syllable = new RegExp(`^(?:${onsets})?(?:${rhymes})$`);

const englishWords = new Set(
  "the of and is are was were for with this that have has my please not you your it from at be by or as we they would".split(" "),
);
