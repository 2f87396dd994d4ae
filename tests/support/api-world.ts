import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { portalFacts } from "#db/schema/index.ts";
import { loadContent } from "#db/seed/load/content.ts";
import { loadOfficials } from "#db/seed/load/officials.ts";
import { loadPlansAndIndices } from "#db/seed/load/plans.ts";
import { loadProcedures } from "#db/seed/load/procedures.ts";
import { loadUnits } from "#db/seed/load/units.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { addSheets, makeQuestionnaireVersion, makeRound } from "#db/seed/factories/surveys.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { publish } from "#app/domain/publishing/index.server.ts";
import { examples } from "#app/routes/api/openapi/examples.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { cloneDatabase } from "./test.ts";

type Entry = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<Response>;
type Module = { loader?: Entry; action?: Entry };

/** The machine's addresses, in the order in which the site map tries them. */
const addresses: [path: RegExp, load: () => Promise<Module>][] = [
  [/^\/api\/v1\/openapi\.json$/, () => import("#app/routes/api/openapi.ts")],
  [/^\/api\/v1\/questionnaire\.schema\.json$/, () => import("#app/routes/api/questionnaire-schema.ts")],
  [/^\/api\/v1\/rounds\/(?<slug>[^/]+)\/results$/, () => import("#app/routes/api/round-results.ts")],
  [/^\/api\/v1\/rounds\/(?<slug>[^/]+)\/answers$/, () => import("#app/routes/api/round-answers.ts")],
  [/^\/api\/v1\/cases\/(?<code>[^/]+)\/thread$/, () => import("#app/routes/api/case-thread.ts")],
  [/^\/api\/v1\/partner\/cases$/, () => import("#app/routes/api/partner-cases.ts")],
  [/^\/api\/v1\/three-level-slips$/, () => import("#app/routes/api/three-level-slips.ts")],
  [/^\/api\/v1\/(?<kind>[^/]+)$/, () => import("#app/routes/api/list.ts")],
  [/^\/api\/v1\/(?<kind>[^/]+)\/(?<slug>[^/]+)$/, () => import("#app/routes/api/item.ts")],
  [/^\/api\//, () => import("#app/routes/api/not-found.ts")],
  [/^\/open311\/v2\/(?<document>[^/]+)$/, () => import("#app/routes/open311/document.ts")],
  [/^\/open311\/v2\/(?<resource>[^/]+)\/(?<document>[^/]+)$/, () => import("#app/routes/open311/item.ts")],
  [/^\/open311\//, () => import("#app/routes/open311/not-found.ts")],
  [/^\/healthz$/, () => import("#app/routes/api/healthz.ts")],
  [/^\/readyz$/, () => import("#app/routes/api/readyz.ts")],
  [/^\/metrics$/, () => import("#app/routes/api/metrics.ts")],
  [/^\/robots\.txt$/, () => import("#app/routes/api/robots.ts")],
  [/^\/sitemap\.xml$/, () => import("#app/routes/api/sitemap.ts")],
];

export type Call = {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
  client?: string;
  loopback?: boolean;
};

const publicUrl = "https://langnghe.example";
const now = new Date("2026-11-21T03:00:00Z");

/**
 * A portal on a database of its own with the demo's content, rounds (open, for slips only, over, draft), a published case
 * and one under way; and how to call its API without a server between.
 */
export async function openApiWorld() {
  const { db, client } = await cloneDatabase(6);
  await db.insert(portalFacts).values({ name: "demo", value: true });
  const units = await loadUnits(db, now);
  const officials = await loadOfficials(db, units, "lang-nghe-demo");
  await loadProcedures(db, units, now);
  await loadContent(db, units, officials, now);
  await loadPlansAndIndices(db, units, now);

  const authority = await makeUnit(db, { slug: "ban-mau" });
  const desk = await makeUnit(db, { slug: "quay-mau", parent: authority });
  const small = await makeUnit(db, { slug: "quay-nho", parent: authority });
  const version = await makeQuestionnaireVersion(db, { code: "mau-api", criteria: [{ code: "C1", required: true }, { code: "C2" }] });
  const round = await makeRound(db, { units: [desk, small], authority, version, slug: "dot-mau" });
  await addSheets(
    db,
    round,
    Array.from({ length: 40 }, (_, index) => [index % 4 === 0 ? 2 : 4, 5]),
    { unit: desk },
  );
  await addSheets(
    db,
    round,
    [
      [4, 4],
      [1, 2],
      [5, 5],
    ],
    { unit: small },
  );
  await makeRound(db, { units: [desk], authority, version, slug: "dot-chi-phieu", modes: ["desk_slip"] });
  await makeRound(db, { units: [desk], authority, version, slug: "dot-nhap", state: "draft" });
  const over = await makeRound(db, { units: [desk], authority, version, slug: "dot-qua-han", opensOn: "2026-01-01", closesOn: "2026-02-01" });
  const named = { slug: over.slug, name: over.title };
  const said = { text: "Bàn viết […] hết mực.", language: "vi" as const, shortened: true, year: 2026, tags: [] };
  const id = "5f0c3f0e-6a53-4a0e-9c57-1f8f3f3b2a11";
  const place = { authority: { slug: "ban-mau", name: over.authority.name }, unit: { slug: "quay-mau", name: over.authority.name } };
  await publish(db, "portal", {
    kind: "remark",
    slug: id,
    subjectId: id,
    title: { vi: said.text, en: null },
    searchText: said.text,
    facets: { unit: "quay-mau", authority: "ban-mau", category: over.slug },
    sortDay: over.closesOn,
    content: { ...said, ...place, round: named, question: { code: "K1", text: { vi: "Ý kiến khác", en: "Other remarks" } } },
  });
  const { ScoreSheet: sheet, ServiceMonth: month } = examples;
  const served = { title: { vi: "Mẫu", en: null }, searchText: "", sortDay: "2026-10-12" };
  const sheetId = "5f0c3f0e-6a53-4a0e-9c57-1f8f3f3b2a12";
  const monthId = "5f0c3f0e-6a53-4a0e-9c57-1f8f3f3b2a13";
  await publish(db, "portal", { kind: "score_sheet", slug: sheet.slug, subjectId: sheetId, content: structuredClone(sheet), ...served });
  await publish(db, "portal", { kind: "service_month", slug: month.slug, subjectId: monthId, content: structuredClone(month), ...served });

  const portal: Portal = {
    db,
    settings: { ...readSettings({ NODE_ENV: "test" }), METRICS_TOKEN: "a-token-of-sixteen" },
    log: openLog("silent"),
    keys: keysFrom(Buffer.alloc(32, 7)),
    files: {
      put: () => Promise.reject(new Error("Nothing is uploaded through the API")),
      read: async () => undefined,
      remove: async () => undefined,
    },
    now: () => now,
    publicUrl,
  };
  const contact = { name: "Người Gửi Kín (mẫu)", address: "Nhà Kín 7", email: "kin@example.vn" };
  const published = await makeCase(db, portal.keys, { state: "DA_CONG_KHAI", unit: desk, draft: { contact } });
  const open = await makeCase(db, portal.keys, {
    state: "DANG_XU_LY",
    unit: desk,
    people: published.people,
    draft: { contact },
    subject: "Việc chưa công khai",
  });

  /** Calls an address as the listener would: HEAD and OPTIONS are the loader's, what writes is the action's. */
  async function call(
    address: string,
    { method = "GET", headers = {}, body, raw, client: fingerprint = "a client", loopback = false }: Call = {},
  ): Promise<Response> {
    const url = new URL(address, publicUrl);
    const found = addresses.find(([path]) => path.test(url.pathname));
    if (!found) throw new Error(`Nothing answers ${address}`);
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(url, {
      method,
      headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const params = Object.fromEntries(Object.entries(found[0].exec(url.pathname)?.groups ?? {}).map(([name, value]) => [name, decoded(value)]));
    const context = { portal, nonce: "", requestId: "", client: fingerprint, loopback };
    const { loader, action } = await found[1]();
    const entry = ["GET", "HEAD", "OPTIONS"].includes(method) ? loader : action;
    if (!entry) return new Response(null, { status: 405 });
    return entry({ request, params, context });
  }

  return { db, portal, published, open, call, close: () => client.end() };
}

/** As the router does it: an address that cannot be decoded is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
