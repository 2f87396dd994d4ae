import { z } from "zod";

const word = z
  .string()
  .trim()
  .max(200)
  .transform((value) => value.replaceAll(/\p{Cc}/gu, " "))
  .optional()
  .catch(undefined);

/**
 * Reads a list's GET parameters: those named, `q` and the cursor `sau`. Empty, too long or odd ones count as absent,
 * so that no address a person can type is an error.
 */
export function readListQuery<const Name extends string>(url: URL, names: readonly Name[]) {
  const read = (name: string) => word.parse(url.searchParams.get(name) ?? undefined) || undefined;
  const filters = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string | undefined>;
  return { q: read("q"), after: url.searchParams.get("sau")?.slice(0, 400), filters };
}

/** The address of the next page of the same list. */
export function nextPageHref(url: URL, next: string | null): string | undefined {
  if (!next) return undefined;
  const parameters = new URLSearchParams(url.search);
  parameters.set("sau", next);
  return `${url.pathname}?${parameters}`;
}

/** The same list from its start, or undefined when this is its start. */
export function firstPageHref(url: URL): string | undefined {
  if (!url.searchParams.has("sau")) return undefined;
  const parameters = new URLSearchParams(url.search);
  parameters.delete("sau");
  return parameters.size > 0 ? `${url.pathname}?${parameters}` : url.pathname;
}
