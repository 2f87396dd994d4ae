import { mostItems, usualItems } from "../read-query.server.ts";
import { examples } from "./examples.ts";

/** A part of the document. */
export type Json = Record<string, unknown>;

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const parameterRef = (name: string) => ({ $ref: `#/components/parameters/${name}` });
export const json = (schema: Json, example: unknown) => ({ "application/json": { schema, example } });

const problems: Record<number, string> = {
  400: "The address or the body cannot be read.",
  401: "The receipt or the key is missing or opens nothing.",
  404: "There is no such thing, or it is not public.",
  409: "The state of things does not allow it: the key was used with another body, the round or the slip is closed, the case is at another step.",
  410: "The slip has expired.",
  413: "The body is larger than 1 MB.",
  415: "The body is not `application/json` in UTF-8.",
  422: "The body has the wrong shape; `errors` names each field.",
  429: "Too many; `Retry-After` says when to come again.",
};

/** The problems that a call may answer, by status. */
export const refusals = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problems[status],
        content: { "application/problem+json": { schema: ref("Problem"), example: { ...examples.Problem, status } } },
      },
    ]),
  );

export const query = (name: string, description: string, schema: Json = { type: "string" }) => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

/** Parameters that several calls have. */
export const parameters: Json = {
  q: query("q", "Text to look for. Diacritics and small typing errors do not matter; the best match comes first."),
  after: query("after", "`next` of the page before."),
  limit: query("limit", "Items on a page.", { type: "integer", minimum: 1, maximum: mostItems, default: usualItems }),
  format: query("format", "`csv` gives the whole list, as `Accept: text/csv` does; it goes before the header.", {
    type: "string",
    enum: ["json", "csv"],
  }),
  lang: query("lang", "Language of sentences in problems; goes before `Accept-Language`.", { type: "string", enum: ["vi", "en"], default: "vi" }),
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description:
      "Made by the caller for each thing sent, such as a random UUID. The same key with the same body gives the same answer again and stores nothing twice; with another body it is refused with 409.",
    schema: { type: "string", minLength: 8, maxLength: 200 },
    example: "6f1c2c1e-9f0e-4a53-9c1b-0d6a4b1f7e21",
  },
};

export const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });

/** One page of a list of these. */
export const pageOf = (name: string): Json => ({
  type: "object",
  required: ["items", "next"],
  properties: {
    items: { type: "array", items: ref(name) },
    next: { type: ["string", "null"], description: "Cursor of the next page, or null." },
  },
});
