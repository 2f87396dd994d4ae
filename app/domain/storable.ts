/** A text as PostgreSQL takes it, in `text` and in `jsonb`: without NUL, and without halves of a letter, which no UTF-8 holds. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();

/** At most so many UTF-16 units of a text, without spaces around it and without cutting a letter in half. */
export const cut = (text: string, most: number): string => storable(storable(text).trim().slice(0, most)).replace(/\uFFFD$/, "");

/**
 * JSON somebody sent, with every name and text in it as a database takes it (`storable`): escapes such as `\u0000` or `\ud800`
 * pass every other check. @throws SyntaxError or RangeError for what is no JSON, or is too deep to be any
 */
export function parseStorable(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") return storable(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const isClean = Object.keys(value).every((name) => name === storable(name));
    return isClean ? value : Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), one as unknown]));
  });
}
