import { readFileSync } from "node:fs";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { house } from "#tests/support/source-files.ts";

/**
 * GeoReport v2 as the wiki of Open311 writes it down: which documents there are, which elements they have and of which
 * types. `examples/` holds a document of each in both formats, shaped as the specification's own examples are.
 */
const text = z.string();
const filled = z.string().min(1);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/);

const service = z.strictObject({
  service_code: filled,
  service_name: filled,
  description: text,
  metadata: z.boolean(),
  type: z.enum(["realtime", "batch", "blackbox"]),
  keywords: text,
  group: text,
});
const attribute = z
  .strictObject({
    variable: z.boolean(),
    code: filled,
    datatype: z.enum(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]),
    required: z.boolean(),
    datatype_description: text.nullable(),
    order: z.int().min(1),
    description: filled,
    values: z.array(z.strictObject({ key: filled, name: filled })).optional(),
  })
  .refine(({ datatype, values }) => datatype.endsWith("list") === (values !== undefined), "only lists have values");
const request = z.strictObject({
  service_request_id: filled,
  status: z.enum(["open", "closed"]),
  status_notes: text.nullable(),
  service_name: text.nullable(),
  service_code: filled,
  description: text.max(4000).nullable(),
  agency_responsible: text.nullable(),
  service_notice: text.nullable(),
  requested_datetime: instant,
  updated_datetime: instant.nullable(),
  expected_datetime: instant.nullable(),
  address: text.nullable(),
  address_id: text.nullable(),
  zipcode: text.nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.url().nullable(),
});
const endpoint = z.strictObject({
  specification: z.literal("http://wiki.open311.org/GeoReport_v2"),
  url: z.url(),
  changeset: instant,
  type: z.enum(["production", "test"]),
  formats: z.array(z.enum(["text/xml", "application/json"])).min(1),
});

export const documents = {
  discovery: {
    root: "discovery",
    schema: z.strictObject({ changeset: instant, contact: filled, key_service: filled, endpoints: z.array(endpoint) }),
  },
  services: { root: "services", schema: z.array(service) },
  service_definition: { root: "service_definition", schema: z.strictObject({ service_code: filled, attributes: z.array(attribute) }) },
  created: {
    root: "service_requests",
    schema: z.array(z.strictObject({ service_request_id: filled, service_notice: text, account_id: text.nullable() })).length(1),
  },
  created_token: {
    root: "service_requests",
    schema: z.array(z.strictObject({ token: filled, service_notice: text, account_id: text.nullable() })).length(1),
  },
  token: { root: "service_requests", schema: z.array(z.strictObject({ service_request_id: filled, token: filled })).length(1) },
  requests: { root: "service_requests", schema: z.array(request) },
  errors: { root: "errors", schema: z.array(z.strictObject({ code: z.int().min(400).max(499), description: filled })).min(1) },
} as const;
export type DocumentName = keyof typeof documents;

/** The specification's names for one of a list. */
const singular: Record<string, string> = {
  services: "service",
  service_requests: "request",
  attributes: "attribute",
  values: "value",
  errors: "error",
  endpoints: "endpoint",
  formats: "format",
};

/** Every fact of a document on a line: where it stands by the names of the XML, and what it says. */
export function factsOfJson(root: string, value: unknown, path = root): string[] {
  if (value === null || value === "") return [`${path}: `];
  if (Array.isArray(value)) {
    const item = singular[root] ?? "?";
    return value.flatMap((one, index) => factsOfJson(item, one, `${path}/${item}[${index}]`));
  }
  if (typeof value === "object") return Object.entries(value).flatMap(([name, part]) => factsOfJson(name, part, `${path}/${name}`));
  return [`${path}: ${typeof value === "string" ? value : JSON.stringify(value)}`];
}

const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false, ignoreDeclaration: true });
type Node = Record<string, Node[]> & { "#text"?: string };

/** The same of an XML document, read element by element. @throws when it is no well-formed XML in UTF-8 with that root */
export function factsOfXml(root: string, xml: string): string[] {
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error("The declaration is missing");
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(valid.err.msg);
  const [top, ...more] = elementsOf(parser.parse(xml) as Node[]);
  if (!top || more.length > 0 || top.name !== root) throw new Error(`The root is ${top?.name}, not ${root}`);
  return factsOfElement(top.name, top.children, root);
}

function factsOfElement(name: string, children: Node[], path: string): string[] {
  const elements = elementsOf(children);
  const item = singular[name];
  if (elements.length === 0) {
    const said = children.map((child) => child["#text"] ?? "").join("");
    return item && !said ? [] : [`${path}: ${said}`];
  }
  return elements.flatMap((child, index) =>
    factsOfElement(child.name, child.children, `${path}/${child.name}${item === child.name ? `[${index}]` : ""}`),
  );
}

const elementsOf = (nodes: Node[]) =>
  nodes.flatMap((node) =>
    Object.entries(node)
      .filter(([name]) => name !== "#text" && name !== ":@")
      .map(([name, children]) => ({ name, children: children as unknown[] as Node[] })),
  );

/** A document of the specification's shape. */
export const example = (name: DocumentName, format: "json" | "xml"): string =>
  readFileSync(`${house}tests/contracts/open311/examples/${name}.${format}`, "utf8");
