import type { Resource } from "../resources/resource.server.ts";
import { mostItems, usualItems } from "../read-query.server.ts";
import { examples } from "./examples.ts";
import { componentSchemas, itemName } from "./schemas.server.ts";

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parameterRef = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const json = (schema: Json, example: unknown) => ({ "application/json": { schema, example } });

const problems: Record<number, string> = {
  400: "The address or the body cannot be read.",
  401: "The receipt is missing or opens nothing.",
  404: "There is no such thing, or it is not public.",
  409: "The state of things does not allow it: the key was used with another body, the round or the slip is closed, the case is at another step.",
  410: "The slip has expired.",
  413: "The body is larger than 1 MB.",
  415: "The body is not `application/json` in UTF-8.",
  422: "The body has the wrong shape; `errors` names each field.",
  429: "Too many; `Retry-After` says when to come again.",
};

const refusals = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problems[status],
        content: { "application/problem+json": { schema: ref("Problem"), example: { ...examples.Problem, status } } },
      },
    ]),
  );

const query = (name: string, description: string, schema: Json = { type: "string" }) => ({ name, in: "query", required: false, description, schema });

const parameters: Json = {
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

const filterWords: Record<string, string> = {
  unit: "Slug of a unit.",
  authority: "Slug of the root unit.",
  procedure: "Slug of a procedure.",
  field: "Field, as items write it.",
  category: "Category, as items write it.",
  audience: "citizens-businesses or officials.",
  year: "Year, four digits.",
  kind: "Kind of case.",
  level: "Level of government, as items write it.",
  state: "open, closed, published or archived.",
};

/** OpenAPI 3.1 of everything under /api/v1, made from the schemas that the calls themselves use. */
export function openApiDocument(publicUrl: string, resources: readonly Resource[]): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lắng Nghe",
      version: "1",
      description:
        "Open data of the portal (CC BY 4.0) and the two things a program may send: answer sheets and feedback. No key is needed to read. Figures of few answers are suppressed. Unknown parameters are passed over. New fields may be added; none is renamed or taken away within version 1. Reports are also read and sent by Open311 GeoReport v2, in JSON and XML, at `/open311/v2`: see `/open311/v2/discovery.json`; its documents are those of the standard.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: publicUrl }],
    externalDocs: { url: `${publicUrl}/du-lieu` },
    paths: { ...Object.assign({}, ...resources.map(pathsOf)), ...ownPaths() },
    components: {
      schemas: componentSchemas(resources),
      parameters,
      securitySchemes: {
        receipt: { type: "apiKey", in: "header", name: "Authorization", description: "`Receipt ` and the receipt key of the case." },
      },
    },
  };
}

function pathsOf({ path, filters }: Resource): Json {
  const name = itemName(path);
  const example = examples[name as keyof typeof examples];
  const detail =
    path === "rounds" ? { schema: ref("RoundWithQuestionnaire"), example: examples.RoundWithQuestionnaire } : { schema: ref(name), example };
  const list = {
    get: {
      operationId: `list_${path}`,
      summary: `List ${path}`,
      parameters: [
        ...["q", "after", "limit", "format", "lang"].map(parameterRef),
        ...Object.keys(filters).map((filter) => query(filter, filterWords[filter] ?? "")),
      ],
      responses: {
        200: {
          description: "A page, newest first; as CSV the whole list.",
          content: {
            ...json(
              {
                type: "object",
                required: ["items", "next"],
                properties: {
                  items: { type: "array", items: ref(name) },
                  next: { type: ["string", "null"], description: "Cursor of the next page, or null." },
                },
              },
              { items: [example], next: null },
            ),
            "text/csv": { schema: { type: "string" } },
          },
        },
        ...refusals(400, 429),
      },
    },
    ...(path === "cases" ? { post: sendCase } : {}),
  };
  const item = {
    get: {
      operationId: `get_${path}`,
      summary: `One of ${path}, by slug or code`,
      parameters: [inPath("slug"), parameterRef("lang")],
      responses: { 200: { description: name, content: { "application/json": detail } }, ...refusals(404, 429) },
    },
  };
  return { [`/api/v1/${path}`]: list, [`/api/v1/${path}/{slug}`]: item };
}

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });

const sendCase = {
  operationId: "send_case",
  summary: "Send feedback",
  description:
    "Formal complaints and denunciations are not taken here. A question needs a telephone number or mail address; a phan_anh_kien_nghi also name and address (Decree 20/2008, article 7); a phan_anh_hien_truong a place. Calling says that the sender agreed to the use of the data for this purpose.",
  parameters: [parameterRef("IdempotencyKey"), parameterRef("lang")],
  requestBody: { required: true, content: json(ref("CaseBody"), examples.CaseBody) },
  responses: { 201: { description: "Stored.", content: json(ref("CaseReceipt"), examples.CaseReceipt) }, ...refusals(400, 409, 413, 415, 422, 429) },
};

const ownPaths = (): Json => ({
  "/api/v1/rounds/{slug}/results": {
    get: {
      operationId: "get_results",
      summary: "Figures of a round",
      description: "The same figures that the page /hai-long/{slug} shows.",
      parameters: [inPath("slug"), parameterRef("format"), parameterRef("lang")],
      responses: {
        200: { description: "Figures", content: { ...json(ref("Results"), examples.Results), "text/csv": { schema: { type: "string" } } } },
        ...refusals(400, 404, 429),
      },
    },
  },
  "/api/v1/rounds/{slug}/answers": {
    post: {
      operationId: "send_answers",
      summary: "Send an answer sheet",
      description: "Without a slip the round has to take answers by open_link. A sheet is anonymous: nothing about the caller is stored with it.",
      parameters: [inPath("slug"), parameterRef("IdempotencyKey"), parameterRef("lang")],
      requestBody: { required: true, content: json(ref("AnswerBody"), examples.AnswerBody) },
      responses: {
        201: { description: "Stored.", content: json(ref("AnswerReceipt"), examples.AnswerReceipt) },
        ...refusals(400, 404, 409, 410, 413, 415, 422, 429),
      },
    },
  },
  "/api/v1/cases/{code}/thread": {
    get: {
      operationId: "get_thread",
      summary: "Where a case stands, for its sender",
      security: [{ receipt: [] }],
      parameters: [inPath("code"), parameterRef("lang")],
      responses: {
        200: { description: "State, deadlines, messages and answers.", content: json(ref("Thread"), examples.Thread) },
        ...refusals(401, 429),
      },
    },
    post: {
      operationId: "write_to_thread",
      summary: "Write to the unit, as the sender",
      security: [{ receipt: [] }],
      parameters: [inPath("code"), parameterRef("IdempotencyKey"), parameterRef("lang")],
      requestBody: { required: true, content: json(ref("MessageBody"), examples.MessageBody) },
      responses: {
        201: { description: "Stored.", content: json(ref("MessageReceipt"), examples.MessageReceipt) },
        ...refusals(400, 401, 409, 413, 415, 422, 429),
      },
    },
  },
  "/api/v1/openapi.json": {
    get: {
      operationId: "get_openapi",
      summary: "This document",
      responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } } },
    },
  },
});
