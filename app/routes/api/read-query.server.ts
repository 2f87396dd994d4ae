import { isCursor, type PublicFilter } from "#app/domain/publishing/index.server.ts";
import { prefersCsv } from "#app/platform/csv.server.ts";
import type { Caller } from "./caller.server.ts";
import { problem } from "./problem.server.ts";
import type { Resource } from "./resources/resource.server.ts";

export const mostItems = 100;
export const usualItems = 20;
export const longestText = 200;

export type ListQuery = { filter: PublicFilter; after: string | undefined; limit: number; csv: boolean };

type Read<Value> = { ok: true; value: Value } | { ok: false; response: Response };

/**
 * What a list is asked for. Names the portal does not know are passed over, of a name given twice the first counts, and
 * an empty one is as good as none; a value that cannot be meant is refused.
 */
export function readListQuery(caller: Caller, { filters }: Resource): Read<ListQuery> {
  const no = (...refusal: Parameters<typeof problem> extends [Caller, ...infer Rest] ? Rest : never): Read<never> => ({
    ok: false,
    response: problem(caller, ...refusal),
  });
  const { searchParams } = caller.url;

  const filter: PublicFilter = {};
  for (const [name, field] of [["q", "q"] as const, ...Object.entries(filters)]) {
    const value = (searchParams.get(name) ?? "").replaceAll(/\p{Cc}/gu, " ").trim();
    if (value.length > longestText) return no("too_long", { details: { name, most: String(longestText) } });
    if (name === "year" && value && !/^[12]\d{3}$/.test(value)) return no("bad_year");
    if (value) filter[field] = value;
  }

  const page = readPage(caller, (after) => isCursor(after, { ranked: filter.q !== undefined }));
  if (!page.ok) return page;

  const format = readFormat(caller);
  return format.ok ? { ok: true, value: { filter, ...page.value, csv: format.value === "csv" } } : format;
}

/** `?limit=` and `?after=`. @param isPlace says whether a cursor is one the list gave */
export function readPage(caller: Caller, isPlace: (after: string) => boolean): Read<{ after: string | undefined; limit: number }> {
  const { searchParams } = caller.url;
  const limit = searchParams.get("limit") || String(usualItems);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostItems) {
    return { ok: false, response: problem(caller, "bad_limit", { details: { most: String(mostItems) } }) };
  }
  const after = searchParams.get("after") || undefined;
  if (after !== undefined && !isPlace(after)) return { ok: false, response: problem(caller, "bad_cursor") };
  return { ok: true, value: { after, limit: Number(limit) } };
}

/** `?format=` before the `Accept` header; JSON where neither says anything. */
export function readFormat(caller: Caller): Read<"csv" | "json"> {
  const asked = caller.url.searchParams.get("format");
  if (asked === "csv" || asked === "json") return { ok: true, value: asked };
  if (asked) return { ok: false, response: problem(caller, "bad_format") };
  return { ok: true, value: prefersCsv(caller.request.headers.get("Accept")) ? "csv" : "json" };
}
