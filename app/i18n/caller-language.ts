import { languages, type Language } from "#app/domain/content/vocabulary.ts";

const isLanguage = (word: string | null | undefined): word is Language => (languages as readonly (string | null | undefined)[]).includes(word);

/**
 * The language a machine's caller reads, at an address that stands in no language: `?lang=`, else the best one of
 * `Accept-Language` that we speak, else Vietnamese.
 */
export function callerLanguage(url: URL, acceptLanguage: string | null): Language {
  const asked = url.searchParams.get("lang");
  if (isLanguage(asked)) return asked;

  const wishes = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .flatMap((wish) => {
      const [tag = "", ...parameters] = wish.split(";").map((part) => part.trim().toLowerCase());
      const language = tag.split("-")[0];
      return isLanguage(language) ? [{ language, weight: weightOf(parameters) }] : [];
    });
  const best = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return best?.language ?? "vi";
}

/** The weight among the parameters of one wish: `q=0.8` is 0.8, none is 1, a wrong one is 0. */
export function weightOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  if (q === undefined) return 1;
  const weight = Number(q.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
