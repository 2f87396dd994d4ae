import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { issueDemoKey } from "#app/domain/partners/index.server.ts";
import { demoApiKey } from "#app/domain/partners/vocabulary.ts";
import { openApiWorld } from "#tests/support/api-world.ts";

const api = await openApiWorld();
await issueDemoKey(api.db, "Tổng đài mẫu", api.portal.now());
afterAll(api.close);

type Media = Record<string, { schema: object; example?: unknown }>;
type Operation = {
  operationId: string;
  parameters?: Record<string, unknown>[];
  security?: Record<string, unknown>[];
  requestBody?: { content: Media };
  responses: Record<string, { description: string; content?: Media }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; parameters: Record<string, unknown> };
};

const document = (await (await api.call("/api/v1/openapi.json")).json()) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

/** A validator of a schema of the document, whose references point into its components. */
function validator(schema: object): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

const mediaOf = (operation: Operation) =>
  [operation.requestBody?.content, ...Object.values(operation.responses).map(({ content }) => content)].flatMap((content) =>
    Object.values(content ?? {}),
  );

test("the document is OpenAPI 3.1, names each operation once, and every reference leads somewhere", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, kind = "", name = ""] of JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect(document.components[kind as "schemas"], `${kind}/${name}`).toHaveProperty(name);
  }
});

test("every call says what it may answer, 2xx first, and with what refusals", () => {
  for (const { path, method, operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect(statuses[0], `${method} ${path}`).toMatch(/^20/);
    if (method === "POST") expect(statuses).toEqual(expect.arrayContaining(["400", "409", "413", "415", "422", "429"]));
    for (const { description } of Object.values(operation.responses)) expect(description).toBeTruthy();
  }
});

test("every example fits its schema", () => {
  let held = 0;
  for (const { path, method, operation } of operations) {
    for (const { schema, example } of mediaOf(operation)) {
      if (example === undefined) continue;
      const read = validator(schema).safeParse(example);
      expect(read.success ? [] : read.error.issues, `${method} ${path}`).toEqual([]);
      held += 1;
    }
  }
  expect(held).toBeGreaterThan(50);
});

test("a schema that says nothing would let this pass: what does not fit is found out", () => {
  const problem = validator({ $ref: "#/components/schemas/Problem" });
  expect(problem.safeParse({ status: "400" }).success).toBe(false);
  expect(validator({ $ref: "#/components/schemas/Round" }).safeParse({ slug: "x" }).success).toBe(false);
});

/** What stands for the names in braces. */
const stands: Record<string, string> = { code: api.open.code };
/** By the scheme that a call asks for; what is public is asked for with no proof at all. */
const proofs: Record<string, string> = { receipt: `Receipt ${api.open.receiptKey}`, partnerKey: `Bearer ${demoApiKey}` };
const authorizationFor = ({ security = [] }: Operation): Record<string, string> => {
  const scheme = Object.keys(security[0] ?? {})[0];
  return scheme ? { Authorization: proofs[scheme] ?? "" } : {};
};

async function slugFor(path: string): Promise<string> {
  if (path.startsWith("/api/v1/rounds/")) return "dot-mau";
  const list = path.replace("/{slug}", "");
  const { items } = (await (await api.call(`${list}?limit=1`)).json()) as { items: { slug: string }[] };
  return items[0]?.slug ?? "";
}

test("every documented address answers as documented: status, kind and shape", async () => {
  for (const { path, method, operation } of operations) {
    const slug = path.includes("{slug}") ? await slugFor(path) : "";
    const address = path.replace("{slug}", slug).replace("{code}", stands.code ?? "");
    const body = operation.requestBody && { body: bodyFor(operation) };
    const answer = await api.call(address, {
      method,
      ...body,
      headers: { ...authorizationFor(operation), "Idempotency-Key": `documented ${operation.operationId}` },
    });
    const [status = ""] = Object.keys(operation.responses);
    expect(String(answer.status), `${method} ${path}`).toBe(status);
    const schema = operation.responses[status]?.content?.["application/json"]?.schema ?? {};
    const read = validator(schema).safeParse(await answer.json());
    expect(read.success ? [] : read.error.issues.slice(0, 5), `${method} ${path}`).toEqual([]);
  }
});

/** The example, made to fit this world: its round has other units and its unit list other procedures. */
function bodyFor(operation: Operation): unknown {
  const example = operation.requestBody?.content["application/json"]?.example as Record<string, unknown>;
  if (operation.operationId === "send_answers") return { ...example, unit: "quay-mau" };
  const { procedure: _, ...rest } = example;
  return rest;
}

test("every item of every list fits the schema that is documented for it", async () => {
  for (const { path, operation } of operations.filter(({ operation: { operationId } }) => operationId.startsWith("list_"))) {
    const schema = validator(operation.responses["200"]?.content?.["application/json"]?.schema ?? {});
    for (let after = ""; ;) {
      const page = (await (await api.call(`${path}?limit=100${after && `&after=${after}`}`)).json()) as { next: string | null };
      const read = schema.safeParse(page);
      expect(read.success ? [] : read.error.issues.slice(0, 3), path).toEqual([]);
      if (!page.next) break;
      after = page.next;
    }
  }
});
