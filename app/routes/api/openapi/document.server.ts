import type { Resource } from "../resources/resource.server.ts";
import { examples } from "./examples.ts";
import { inPath, json, type Json, pageOf, parameterRef, parameters, query, ref, refusals } from "./operation-parts.server.ts";
import { ownPaths } from "./own-paths.server.ts";
import { componentSchemas, itemName } from "./schemas.server.ts";

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
  round: "Slug of a survey round.",
  tag: "Code of a tag.",
};

/** OpenAPI 3.1 of everything under /api/v1, made from the schemas that the calls themselves use. */
export function openApiDocument(publicUrl: string, resources: readonly Resource[]): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lắng Nghe",
      version: "1",
      description:
        "Open data of the portal (CC BY 4.0) and the two things a program may send: answer sheets and feedback. No key is needed to read what is public. Figures of few answers are suppressed. Unknown parameters are passed over. New fields may be added; none is renamed or taken away within version 1. Reports are also read and sent by Open311 GeoReport v2, in JSON and XML, at `/open311/v2`: see `/open311/v2/discovery.json`; its documents are those of the standard.",
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: publicUrl }],
    externalDocs: { url: `${publicUrl}/du-lieu` },
    paths: { ...Object.assign({}, ...resources.map(pathsOf)), ...ownPaths() },
    components: {
      schemas: componentSchemas(resources),
      parameters,
      securitySchemes: {
        partnerKey: { type: "http", scheme: "bearer", description: "The API key that the portal issued to a partner, as for Open311." },
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
            ...json(pageOf(name), { items: [example], next: null }),
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

const sendCase = {
  operationId: "send_case",
  summary: "Send feedback",
  description:
    "Formal complaints and denunciations are not taken here. A question needs a telephone number or mail address; a phan_anh_kien_nghi also name and address (Decree 20/2008, article 7); a phan_anh_hien_truong a place. Calling says that the sender agreed to the use of the data for this purpose.",
  parameters: [parameterRef("IdempotencyKey"), parameterRef("lang")],
  requestBody: { required: true, content: json(ref("CaseBody"), examples.CaseBody) },
  responses: { 201: { description: "Stored.", content: json(ref("CaseReceipt"), examples.CaseReceipt) }, ...refusals(400, 409, 413, 415, 422, 429) },
};
