import { XMLBuilder } from "fast-xml-parser";
import type { Language } from "#app/domain/content/vocabulary.ts";

export type Open311Format = "json" | "xml";

/** What GeoReport says: texts, numbers, yes and no, nothing, and lists and objects of these. */
export type Open311Value = string | number | boolean | null | readonly Open311Value[] | { readonly [name: string]: Open311Value };

export type Open311Error = { code: number; description: string };

const contentTypes: Record<Open311Format, string> = { json: "application/json; charset=utf-8", xml: "text/xml; charset=utf-8" };

/** How one of a list is called in XML; JSON lists have no names inside. */
const singular: Record<string, string> = {
  services: "service",
  service_requests: "request",
  attributes: "attribute",
  values: "value",
  errors: "error",
  endpoints: "endpoint",
  formats: "format",
};

const builder = new XMLBuilder({ format: true, indentBy: "  ", suppressEmptyNode: true, processEntities: true });

/** Characters that XML 1.0 cannot hold, in any spelling. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** One document of GeoReport v2; both formats say the same. @param root the name of the XML root; JSON has none */
export function writeOpen311(format: Open311Format, root: string, value: Open311Value): string {
  if (format === "json") return JSON.stringify(value);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: toXml(root, value) })}`;
}

/** An answer of GeoReport v2, never kept by anybody on its way unless `headers` say so. */
export function open311Response(
  format: Open311Format,
  { root, value }: { root: string; value: Open311Value },
  { lang, status = 200, headers = {} }: { lang: Language; status?: number; headers?: Record<string, string> },
): Response {
  return new Response(writeOpen311(format, root, value), {
    status,
    headers: { "Content-Type": contentTypes[format], "Content-Language": lang, Vary: "Accept-Language", ...headers },
  });
}

/** What went wrong, in the specification's shape. The status is the first error's code. */
export function open311Refusal(
  format: Open311Format,
  errors: readonly [Open311Error, ...Open311Error[]],
  { lang, headers = {} }: { lang: Language; headers?: Record<string, string> },
): Response {
  const options = { lang, status: errors[0].code, headers: { "Cache-Control": "no-store", ...headers } };
  return open311Response(format, { root: "errors", value: errors }, options);
}

/** The format an address asks for by its ending; JSON where it asks for none we know. */
export const open311FormatOf = (pathname: string): Open311Format => (pathname.endsWith(".xml") ? "xml" : "json");

function toXml(name: string, value: Open311Value): unknown {
  if (value === null) return "";
  if (typeof value === "string") return value.replace(notInXml, "");
  if (typeof value !== "object") return String(value);
  if (isList(value)) {
    const item = singular[name] ?? "item";
    return value.length === 0 ? "" : { [item]: value.map((one) => toXml(item, one)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toXml(key, part)]));
}

const isList = (value: object): value is readonly Open311Value[] => Array.isArray(value);
