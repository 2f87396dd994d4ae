import { asyncProperty, assert, constantFrom, dictionary, json as anyJson, string, webQueryParameters } from "fast-check";
import { count } from "drizzle-orm";
import { cases, sheets } from "#db/schema/index.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { openLinkLimit } from "#app/domain/surveys/vocabulary.ts";
import { afterAll, expect, test } from "vitest";
import { openApiWorld, type Call } from "#tests/support/api-world.ts";

const api = await openApiWorld();
afterAll(api.close);

type Problem = { status: number; title: string; detail: string; code: string; errors?: { field: string; code: string; detail: string }[] };
type List = { items: (Record<string, unknown> & { slug: string; url: string })[]; next: string | null };

const kinds = ["units", "procedures", "news", "documents", "faqs", "channels", "rounds", "remarks", "cases", "plans", "indices"];
const json = async <Body>(address: string, call?: Call) => (await (await api.call(address, call)).json()) as Body;
const list = (address: string) => json<List>(address);
const key = (text: string) => ({ "Idempotency-Key": `key of ${text}` });
const rowsOf = async (table: typeof cases | typeof sheets) => (await api.db.select({ n: count() }).from(table))[0]?.n ?? 0;

const question = {
  kind: "hoi_dap",
  subject: "Giấy phép xây dựng mất bao lâu",
  body: "Xin hỏi giấy phép xây dựng trong khu kinh tế được cấp trong bao lâu?",
  contact: { email: "nguoi-hoi@example.vn" },
};

test("every kind of open data has a list of items with slug and address, found again one by one", async () => {
  for (const kind of kinds) {
    const { items } = await list(`/api/v1/${kind}?limit=3`);
    expect(items.length, kind).toBeGreaterThan(0);
    for (const { slug, url } of items) {
      expect(url).toMatch(/^https:\/\/langnghe\.example\/[a-z-]+/);
      expect(await json(`/api/v1/${kind}/${slug}`)).toMatchObject({ slug, url });
    }
  }
});

test("a list read page by page with its cursor is the whole list, nothing twice", async () => {
  const slugs: string[] = [];
  for (let after = ""; ;) {
    const page = await list(`/api/v1/documents?limit=37${after && `&after=${after}`}`);
    slugs.push(...page.items.map(({ slug }) => slug));
    if (!page.next) break;
    after = page.next;
  }
  expect(slugs.length).toBeGreaterThan(100);
  expect(new Set(slugs).size).toBe(slugs.length);
  const csv = await (await api.call("/api/v1/documents?format=csv")).text();
  for (const slug of slugs) expect(csv).toContain(`\r\n${slug},`);
});

test("a search with a cursor goes on where it stopped", async () => {
  const first = await list("/api/v1/documents?q=ke+hoach&limit=5");
  const second = await list(`/api/v1/documents?q=ke+hoach&limit=5&after=${first.next}`);
  expect(first.items).toHaveLength(5);
  expect(second.items.length).toBeGreaterThan(0);
  expect(first.items.map(({ slug }) => slug).filter((slug) => second.items.some((item) => item.slug === slug))).toEqual([]);
});

test("typing without diacritics finds the procedure, and filters narrow a list", async () => {
  const found = await list("/api/v1/procedures?q=giay%20phep%20xay%20dung");
  expect(JSON.stringify(found.items[0])).toContain("giấy phép xây dựng");
  const [unit] = found.items.map((item) => (item.unit as { slug: string }).slug);
  const narrowed = await list(`/api/v1/procedures?unit=${unit}&limit=100`);
  expect(narrowed.items.length).toBeGreaterThan(0);
  expect(narrowed.items.every((item) => (item.unit as { slug: string }).slug === unit)).toBe(true);
  const plans = await list("/api/v1/plans?year=2022");
  expect(plans.items.length).toBeGreaterThan(0);
  expect(plans.items.every(({ year }) => year === 2022)).toBe(true);
  const news = await list("/api/v1/news?year=1999");
  expect(news).toEqual({ items: [], next: null });
});

test("a procedure and an index are found by their code too, a case however its code is typed", async () => {
  expect(await json("/api/v1/procedures/MAU-DT-01")).toMatchObject({ code: "MAU-DT-01" });
  expect(await json("/api/v1/indices/SIPAS")).toMatchObject({ slug: "sipas" });
  expect(await json(`/api/v1/cases/${api.published.code.toLowerCase()}`)).toMatchObject({ code: api.published.code });
});

test("CSV says that it is UTF-8, is never kept, and its first line names the columns", async () => {
  for (const kind of kinds) {
    const answer = await api.call(`/api/v1/${kind}`, { headers: { Accept: "text/csv" } });
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    expect(answer.headers.get("Portal-Cache")).toBeNull();
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3)), kind).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split("\r\n")[0], kind).toMatch(/^[a-z_]+(,[a-z_]+)+,url$/);
    expect(text.split("\r\n").length, kind).toBeGreaterThan(2);
  }
});

test("a round carries its questionnaire version, with codes, kinds, factors and texts in both languages", async () => {
  const round = await json<{ questionnaire: { version: number; questions: Record<string, unknown>[] } } & Record<string, unknown>>(
    "/api/v1/rounds/dot-mau",
  );
  expect(round).toMatchObject({ state: "open", takesAnswers: true, target: 83, questionnaire: { code: "mau-api", version: 1 } });
  expect(round.questionnaire.questions[0]).toMatchObject({
    code: "C1",
    kind: "scale5",
    factor: "F1",
    text: { vi: expect.any(String), en: expect.any(String) },
  });
});

test("results are figures with metric, version, n and interval, the same in JSON and CSV, and few answers stay hidden", async () => {
  const results = await json<{ n: number; figures: Record<string, unknown>[] }>("/api/v1/rounds/dot-mau/results");
  expect(results.figures[0]).toMatchObject({
    metric: "satisfaction_index",
    version: 2,
    suppressed: false,
    value: expect.any(Number),
    low: expect.any(Number),
    high: expect.any(Number),
  });
  const small = results.figures.find(({ unit }) => unit === "quay-nho");
  expect(small).toMatchObject({ suppressed: true, value: null, n: null, low: null, high: null });

  const csv = (await (await api.call("/api/v1/rounds/dot-mau/results?format=csv")).text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(csv[0]).toBe("round,final,metric,version,group,unit,factor,criterion,mode,question,option,value,n,low,high,suppressed,about");
  expect(csv).toHaveLength(results.figures.length + 1);
  expect(csv[1]).toBe(
    `dot-mau,false,satisfaction_index,2,self_selected,,,,,,,${[results.figures[0]?.value, results.figures[0]?.n, results.figures[0]?.low, results.figures[0]?.high].join()},false,`,
  );
});

test("what is not public is not in the API: drafts, cases under way, identities, hidden copies", async () => {
  for (const address of ["/api/v1/rounds/dot-nhap", "/api/v1/rounds/dot-nhap/results", `/api/v1/cases/${api.open.code}`]) {
    expect((await api.call(address)).status, address).toBe(404);
  }
  for (const kind of kinds) {
    for (const format of ["json", "csv"]) {
      const text = await (await api.call(`/api/v1/${kind}?limit=100&format=${format}`)).text();
      for (const secret of [
        "Người Gửi Kín",
        "kin@example.vn",
        "Nhà Kín",
        "Việc chưa công khai",
        api.published.receiptKey,
        "subjectId",
        "approvedBy",
        "receiptHash",
      ]) {
        expect(text.includes(secret), `${kind} ${secret}`).toBe(false);
      }
    }
  }
});

test("an answer sheet is stored once per key: again the same answer, with another body a conflict", async () => {
  const before = await rowsOf(sheets);
  const body = { answers: { C1: 5, C2: 4 }, unit: "quay-mau" };
  const first = await api.call("/api/v1/rounds/dot-mau/answers", { method: "POST", headers: key("a sheet"), body });
  const again = await api.call("/api/v1/rounds/dot-mau/answers", { method: "POST", headers: key("a sheet"), body });
  const other = await api.call("/api/v1/rounds/dot-mau/answers", {
    method: "POST",
    headers: key("a sheet"),
    body: { ...body, answers: { C1: 1, C2: 1 } },
  });
  expect(first.status).toBe(201);
  const receipt = await first.json();
  expect(receipt).toEqual({ receipt: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/) });
  expect([again.status, await again.json()]).toEqual([201, receipt]);
  expect([other.status, ((await other.json()) as Problem).code]).toEqual([409, "request.key_reused"]);
  expect(await rowsOf(sheets)).toBe(before + 1);
});

test("the results hold a new answer at once", async () => {
  const n = async () => (await json<{ n: number }>("/api/v1/rounds/dot-mau/results")).n;
  const before = await n();
  await api.call("/api/v1/rounds/dot-mau/answers", {
    method: "POST",
    headers: key("counted at once"),
    body: { answers: { C1: 3 }, unit: "quay-mau" },
  });
  expect(await n()).toBe(before + 1);
});

test("feedback is taken in once per key, and its receipt opens the sender's side", async () => {
  const before = await rowsOf(cases);
  const sent = await api.call("/api/v1/cases", { method: "POST", headers: key("a case"), body: question });
  const again = await api.call("/api/v1/cases", { method: "POST", headers: key("a case"), body: question });
  const other = await api.call("/api/v1/cases", { method: "POST", headers: key("a case"), body: { ...question, subject: "Một câu hỏi khác hẳn" } });
  const receipt = (await sent.json()) as { code: string; receiptKey: string; answerBy: string };
  expect(sent.status).toBe(201);
  expect(receipt).toEqual({
    code: expect.stringMatching(/^PA-2026-/),
    receiptKey: expect.stringMatching(/^(\w{4}-){6}\w{4}$/),
    answerBy: "2026-11-30",
  });
  expect([again.status, await again.json()]).toEqual([201, receipt]);
  expect(other.status).toBe(409);
  expect(await rowsOf(cases)).toBe(before + 1);

  const headers = { Authorization: `Receipt ${receipt.receiptKey}` };
  const thread = await json<Record<string, unknown>>(`/api/v1/cases/${receipt.code}/thread`, { headers });
  expect(thread).toMatchObject({
    code: receipt.code,
    state: "MOI",
    deadlines: [{ step: "answer", dueOn: "2026-11-30", state: "running" }],
    messages: [],
  });
  const write = (body: string) =>
    api.call(`/api/v1/cases/${receipt.code}/thread`, { method: "POST", headers: { ...headers, ...key("a message") }, body: { body } });
  const written = await write("Xin hỏi thêm về lệ phí.");
  const retried = await write("Xin hỏi thêm về lệ phí.");
  expect([written.status, await written.json()]).toEqual([201, { state: "MOI" }]);
  expect([retried.status, await retried.json()]).toEqual([201, { state: "MOI" }]);
  expect((await write("Xin hỏi thêm về giờ làm việc.")).status).toBe(409);
  const after = await json<{ messages: unknown[] }>(`/api/v1/cases/${receipt.code}/thread`, { headers });
  expect(after.messages).toEqual([{ side: "sender", body: "Xin hỏi thêm về lệ phí.", at: "2026-11-21T03:00:00.000Z" }]);
  expect((await api.call(`/api/v1/cases/${receipt.code}`)).status).toBe(404);
});

test("a thread opens to its own receipt alone, and other sites' pages may not read it", async () => {
  const address = `/api/v1/cases/${api.open.code}/thread`;
  for (const headers of [
    {},
    { Authorization: `Receipt ${api.published.receiptKey}` },
    { Authorization: `Bearer ${api.open.receiptKey}` },
    { Authorization: "Receipt " },
  ]) {
    for (const method of ["GET", "POST"]) {
      const refused = await api.call(address, {
        method,
        headers: { ...headers, ...key("not theirs") },
        ...(method === "POST" ? { body: { body: "Tôi đây." } } : {}),
      });
      expect([refused.status, refused.headers.get("WWW-Authenticate")]).toEqual([401, 'Receipt realm="case"']);
    }
  }
  const opened = await api.call(address, { headers: { Authorization: `Receipt ${api.open.receiptKey}`, Origin: "https://other.example" } });
  expect(opened.status).toBe(200);
  expect(opened.headers.get("Access-Control-Allow-Origin")).toBeNull();
  expect(opened.headers.get("Cache-Control")).toBe("no-store");
});

test("open data may be read by any site and kept; what is written is for programs", async () => {
  const answer = await api.call("/api/v1/units");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(answer.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  expect(answer.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  expect(answer.headers.get("Portal-Cache")).toBe("public");
  const asked = await api.call("/api/v1/cases", { method: "OPTIONS" });
  expect([asked.status, asked.headers.get("Allow"), asked.headers.get("Access-Control-Allow-Methods")]).toEqual([
    204,
    "GET, HEAD, POST, OPTIONS",
    "GET, HEAD, OPTIONS",
  ]);
  const writing = await api.call("/api/v1/rounds/dot-mau/answers", { method: "OPTIONS" });
  expect([writing.status, writing.headers.get("Allow"), writing.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "POST, OPTIONS", null]);
});

const post = (body: unknown, headers: Record<string, string> = key("bad input")): Call => ({ method: "POST", headers, body });
const answers = "/api/v1/rounds/dot-mau/answers";
const long = (letters: number) => "a".repeat(letters);

const badInput: [what: string, address: string, call: Call, status: number, code: string, field?: string][] = [
  ["a kind that is not there", "/api/v1/people", {}, 404, "unknown_kind"],
  ["writing to a kind that is not there", "/api/v1/people", post({}), 404, "unknown_kind"],
  ["an item that is not there", "/api/v1/units/khong-co", {}, 404, "unknown_item"],
  ["a NUL in an address", "/api/v1/units/%00", {}, 404, "unknown_item"],
  ["a NUL in a case code", "/api/v1/cases/PA%00", {}, 404, "unknown_item"],
  ["bytes that are no UTF-8 in an address", "/api/v1/procedures/%E0%A4%A", {}, 404, "unknown_item"],
  ["results of a round that is not there", "/api/v1/rounds/x%00/results", {}, 404, "unknown_item"],
  ["answers to a round that is not there", "/api/v1/rounds/khong-co/answers", post({ answers: { C1: 5 } }), 404, "unknown_item"],
  ["an address under /api that is not there", "/api/v2/units", {}, 404, "unknown_address"],
  ["limit 0", "/api/v1/units?limit=0", {}, 400, "bad_limit"],
  ["limit 101", "/api/v1/units?limit=101", {}, 400, "bad_limit"],
  ["limit 1e9", "/api/v1/units?limit=1e9", {}, 400, "bad_limit"],
  ["a limit of many digits", `/api/v1/units?limit=${"9".repeat(400)}`, {}, 400, "bad_limit"],
  ["a limit below nought", "/api/v1/units?limit=-5", {}, 400, "bad_limit"],
  ["a cursor somebody made up", "/api/v1/units?after=abc", {}, 400, "bad_cursor"],
  [
    "a cursor with a day PostgreSQL does not know",
    `/api/v1/units?after=${Buffer.from('{"day":"0000-01-01","slug":"a"}').toString("base64url")}`,
    {},
    400,
    "bad_cursor",
  ],
  [
    "a list's cursor in a search",
    `/api/v1/units?q=van&after=${Buffer.from('{"day":"2020-01-01","slug":"a"}').toString("base64url")}`,
    {},
    400,
    "bad_cursor",
  ],
  ["a year in words", "/api/v1/news?year=nay", {}, 400, "bad_year"],
  ["the year 0000", "/api/v1/news?year=0000", {}, 400, "bad_year"],
  ["a text too long to look for", `/api/v1/units?q=${long(300)}`, {}, 400, "too_long"],
  ["a format that is not there", "/api/v1/units?format=xml", {}, 400, "bad_format"],
  ["a results' format that is not there", "/api/v1/rounds/dot-mau/results?format=pdf", {}, 400, "bad_format"],
  ["DELETE of a list", "/api/v1/units", { method: "DELETE" }, 405, "not_allowed"],
  ["PUT of an item", "/api/v1/units/kktvp", { method: "PUT", body: {} }, 405, "not_allowed"],
  ["POST to a list that takes nothing", "/api/v1/news", post({}), 405, "not_allowed"],
  ["GET of where answers go", answers, {}, 405, "not_allowed"],
  ["PATCH of a thread", `/api/v1/cases/${api.open.code}/thread`, { method: "PATCH", body: {} }, 405, "not_allowed"],
  ["no key", answers, post({ answers: { C1: 5 } }, {}), 400, "no_key"],
  ["a key too short", answers, post({ answers: { C1: 5 } }, { "Idempotency-Key": "1234567" }), 400, "bad_key"],
  ["a key too long", answers, post({ answers: { C1: 5 } }, { "Idempotency-Key": long(201) }), 400, "bad_key"],
  ["a key that cannot be printed", answers, post({ answers: { C1: 5 } }, { "Idempotency-Key": "\u00ffabcdefgh" }), 400, "bad_key"],
  ["no key with a case", "/api/v1/cases", post(question, {}), 400, "no_key"],
  [
    "no key with a message",
    `/api/v1/cases/${api.open.code}/thread`,
    post({ body: "Tôi đây." }, { Authorization: `Receipt ${api.open.receiptKey}` }),
    400,
    "no_key",
  ],
  [
    "a form instead of JSON",
    "/api/v1/cases",
    { method: "POST", raw: "kind=gop_y", headers: { ...key("form"), "Content-Type": "application/x-www-form-urlencoded" } },
    415,
    "not_json",
  ],
  ["no content type", "/api/v1/cases", { method: "POST", raw: new TextEncoder().encode("{}"), headers: key("none") }, 415, "not_json"],
  [
    "another charset",
    "/api/v1/cases",
    { method: "POST", raw: "{}", headers: { ...key("latin"), "Content-Type": "application/json; charset=latin1" } },
    415,
    "not_json",
  ],
  [
    "a compressed body",
    "/api/v1/cases",
    { method: "POST", raw: "{}", headers: { ...key("gzip"), "Content-Type": "application/json", "Content-Encoding": "gzip" } },
    415,
    "not_json",
  ],
  [
    "JSON that breaks off",
    "/api/v1/cases",
    { method: "POST", raw: '{"kind":', headers: { ...key("broken"), "Content-Type": "application/json" } },
    400,
    "bad_json",
  ],
  ["nothing at all", "/api/v1/cases", { method: "POST", raw: "", headers: { ...key("empty"), "Content-Type": "application/json" } }, 400, "bad_json"],
  [
    "bytes that are no UTF-8",
    "/api/v1/cases",
    { method: "POST", raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]), headers: { ...key("bytes"), "Content-Type": "application/json" } },
    400,
    "bad_json",
  ],
  [
    "brackets without end",
    "/api/v1/cases",
    { method: "POST", raw: "[".repeat(200_000), headers: { ...key("deep"), "Content-Type": "application/json" } },
    400,
    "bad_json",
  ],
  [
    "a body over 1 MB",
    "/api/v1/cases",
    { method: "POST", raw: JSON.stringify({ ...question, body: long(1_100_000) }), headers: { ...key("large"), "Content-Type": "application/json" } },
    413,
    "body_too_large",
  ],
  ["a list instead of a case", "/api/v1/cases", post([question]), 422, "wrong_shape"],
  ["null instead of a case", "/api/v1/cases", post(null), 422, "wrong_shape"],
  ["a number instead of a case", "/api/v1/cases", post(7), 422, "wrong_shape"],
  ["a kind of case that is not there", "/api/v1/cases", post({ ...question, kind: "to_cao" }), 422, "wrong_shape", "kind"],
  ["a body that is a number", "/api/v1/cases", post({ ...question, body: 5 }), 422, "wrong_shape", "body"],
  ["a body too short", "/api/v1/cases", post({ ...question, body: "ngắn" }), 422, "wrong_shape", "body"],
  ["a body too long", "/api/v1/cases", post({ ...question, body: long(5001) }), 422, "wrong_shape", "body"],
  ["a wish that is a word", "/api/v1/cases", post({ ...question, publishWish: "yes" }), 422, "wrong_shape", "publishWish"],
  ["consent refused", "/api/v1/cases", post({ ...question, consent: false }), 422, "wrong_shape", "consent"],
  ["a question nobody can answer", "/api/v1/cases", post({ ...question, contact: {} }), 422, "wrong_shape", "contact.phone"],
  ["contact that is a text", "/api/v1/cases", post({ ...question, contact: "0900" }), 422, "wrong_shape", "contact"],
  ["an e-mail address that is none", "/api/v1/cases", post({ ...question, contact: { email: "a b" } }), 422, "wrong_shape", "contact.email"],
  ["a procedure that is not there", "/api/v1/cases", post({ ...question, procedure: "khong-co\u0000" }), 422, "case.unknown_procedure", "procedure"],
  ["a unit that is not there", "/api/v1/cases", post({ ...question, unit: "khong-co" }), 422, "case.unknown_unit", "unit"],
  ["tomorrow", "/api/v1/cases", post({ ...question, happenedOn: "2026-11-22" }), 422, "case.happened_in_future", "happenedOn"],
  ["the year 0000 in a case", "/api/v1/cases", post({ ...question, happenedOn: "0000-01-01" }), 422, "wrong_shape", "happenedOn"],
  ["no answers", answers, post({}), 422, "wrong_shape", "answers"],
  ["answers in a list", answers, post({ answers: [5, 5] }), 422, "wrong_shape", "answers"],
  ["an answer off the scale", answers, post({ answers: { C1: 6 } }), 422, "wrong_shape", "C1"],
  ["an answer in words", answers, post({ answers: { C1: "5" } }), 422, "wrong_shape", "C1"],
  ["a question that is not there", answers, post({ answers: { C1: 5, C99: 5 } }), 422, "wrong_shape", "C99"],
  [
    "a question named like a part of every object",
    answers,
    { method: "POST", raw: '{"answers":{"C1":5,"constructor":1}}', headers: { ...key("constructor"), "Content-Type": "application/json" } },
    422,
    "wrong_shape",
    "constructor",
  ],
  ["a required answer left out", answers, post({ answers: { C2: 5 } }), 422, "wrong_shape", "C1"],
  ["nothing but no opinion", answers, post({ answers: { C1: 0, C2: null } }), 422, "wrong_shape", "answers"],
  ["a unit of another round", answers, post({ answers: { C1: 5 }, unit: "kktvp" }), 422, "survey.unit_not_in_round", "unit"],
  ["a procedure nobody knows", answers, post({ answers: { C1: 5 }, procedure: "x\u0000y" }), 422, "wrong_shape", "procedure"],
  ["a slip nobody issued", answers, post({ answers: { C1: 5 }, slip: "0000-0000-0000" }), 422, "survey.slip_unknown", "slip"],
  ["answers after the last day", "/api/v1/rounds/dot-qua-han/answers", post({ answers: { C1: 5 } }), 409, "survey.not_open"],
  ["answers without a slip to a round of slips", "/api/v1/rounds/dot-chi-phieu/answers", post({ answers: { C1: 5 } }), 409, "survey.mode_not_open"],
  [
    "an empty message",
    `/api/v1/cases/${api.open.code}/thread`,
    post({ body: "  " }, { ...key("empty"), Authorization: `Receipt ${api.open.receiptKey}` }),
    422,
    "wrong_shape",
    "body",
  ],
  [
    "a message to a closed case",
    `/api/v1/cases/${api.published.code}/thread`,
    post({ body: "Xin chào." }, { ...key("closed"), Authorization: `Receipt ${api.published.receiptKey}` }),
    409,
    "case.wrong_state",
  ],
  [
    "a thread's code with a NUL",
    "/api/v1/cases/%00/thread",
    { headers: { Authorization: `Receipt ${api.open.receiptKey}` } },
    401,
    "case.receipt_wrong",
  ],
  ["metrics from elsewhere", "/metrics", {}, 403, "not_for_you"],
  ["metrics with a wrong token", "/metrics", { headers: { Authorization: "Bearer a-token-of-sixteeN" } }, 403, "not_for_you"],
];

test.each(badInput)("bad input is answered with what to do, and stores nothing: %s", async (_, address, call, status, code, field) => {
  const before = [await rowsOf(cases), await rowsOf(sheets)];
  for (const [language, header] of [
    ["vi", undefined],
    ["en", "en-GB,en;q=0.9"],
  ] as const) {
    const answer = await api.call(address, { ...call, headers: { ...call.headers, ...(header ? { "Accept-Language": header } : {}) } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(answer.headers.get("Content-Language")).toBe(language);
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({ type: "about:blank", status, code });
    expect(problem.title.length * problem.detail.length).toBeGreaterThan(0);
    expect(problem.detail).not.toMatch(/[{}]|opendata:|refusals:/);
    if (field) expect(problem.errors?.map((one) => one.field)).toContain(field);
    for (const { detail } of problem.errors ?? []) expect(detail.length).toBeGreaterThan(5);
    if (status === 405) expect(answer.headers.get("Allow")).toContain("OPTIONS");
  }
  expect([await rowsOf(cases), await rowsOf(sheets)]).toEqual(before);
});

test("the same refusal is said in Vietnamese and in English", async () => {
  const [vi, en] = [await json<Problem>("/api/v1/units?limit=0"), await json<Problem>("/api/v1/units?limit=0&lang=en")];
  expect(vi.detail).toBe("Tham số limit phải là số từ 1 đến 100.");
  expect(en.detail).toBe("The parameter limit must be a number from 1 to 100.");
});

test("whoever sends too much is asked to wait, but a retry of what was stored still gets its answer", async () => {
  const send = (index: number) =>
    api.call("/api/v1/cases", {
      method: "POST",
      headers: key(`flood ${index}`),
      body: { ...question, subject: `Câu hỏi số ${index}` },
      client: "a flood",
    });
  const answersInTurn: Response[] = [];
  for (let index = 0; index < 21; index += 1) answersInTurn.push(await send(index));
  expect(answersInTurn.slice(0, 20).every(({ status }) => status === 201)).toBe(true);
  const refused = answersInTurn[20] ?? Response.error();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(((await refused.json()) as Problem).code).toBe("request.too_many");
  expect((await send(0)).status).toBe(201);
});

test("through the open link one client sends only so many sheets an hour; others, and slips, are not held back", async () => {
  const send = (index: number, client: string, more = {}) =>
    api.call(answers, {
      method: "POST",
      headers: key(`crowd ${client} ${index}`),
      body: { answers: { C1: 4, C2: 4 }, unit: "quay-mau", ...more },
      client,
    });
  const inTurn: number[] = [];
  for (let index = 0; index < openLinkLimit.points; index += 1) inTurn.push((await send(index, "a crowd")).status);
  expect(new Set(inTurn)).toEqual(new Set([201]));
  const before = await rowsOf(sheets);
  const refused = await send(openLinkLimit.points, "a crowd");
  expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([429, "request.too_many"]);
  expect(await rowsOf(sheets)).toBe(before);
  expect((await send(0, "a crowd")).status).toBe(201);
  expect((await send(0, "a neighbour")).status).toBe(201);
  expect((await send(-1, "a crowd", { slip: "KHONG-CO" })).status).toBe(422);
});

test("odd parameters are passed over: unknown, empty, twice the same", async () => {
  const plain = await list("/api/v1/units?limit=5");
  for (const search of [
    "limit=5&khong-co=1",
    "limit=5&q=&unit=&after=",
    "limit=5&limit=999",
    "limit=5&q=%00%01",
    "&&&limit=5&=",
    "limit=5&lang=xx",
  ]) {
    expect(await list(`/api/v1/units?${search}`), search).toEqual(plain);
  }
});

test("whatever is put into an address, the portal finds an answer below 500", async () => {
  const path = constantFrom(...kinds.map((kind) => `/api/v1/${kind}`), "/api/v1/rounds/dot-mau/results", "/api/v1/openapi.json", "/sitemap.xml");
  const names = constantFrom(
    "q",
    "after",
    "limit",
    "format",
    "unit",
    "authority",
    "procedure",
    "field",
    "category",
    "year",
    "kind",
    "state",
    "phan",
    "nam",
    "lang",
  );
  await assert(
    asyncProperty(
      path,
      dictionary(names, string({ unit: "binary", maxLength: 40 }), { maxKeys: 4 }),
      webQueryParameters(),
      async (address, parameters, raw) => {
        expect((await api.call(`${address}?${new URLSearchParams(parameters)}`)).status).toBeLessThan(500);
        expect((await api.call(`${address}?${raw}`)).status).toBeLessThan(500);
      },
    ),
    { numRuns: 60 },
  );
  await assert(
    asyncProperty(constantFrom(...kinds), string({ unit: "binary", minLength: 1, maxLength: 60 }), async (kind, slug) => {
      expect((await api.call(`/api/v1/${kind}/${encodeURIComponent(slug.replace(/\p{Cs}/gu, ""))}`)).status).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
});

test("whatever JSON is sent, the portal finds an answer below 500", async () => {
  await assert(
    asyncProperty(anyJson({ stringUnit: "binary" }), async (raw) => {
      const headers = { "Idempotency-Key": "any JSON at all", "Content-Type": "application/json" };
      for (const address of ["/api/v1/cases", answers]) expect((await api.call(address, { method: "POST", raw, headers })).status).toBe(422);
    }),
    { numRuns: 100 },
  );
});

test("the process is alive, ready with its schema, and measured for this machine or with the token", async () => {
  expect(await json("/healthz")).toEqual({ status: "ok" });
  expect(await json("/readyz")).toEqual({ status: "ready" });
  for (const call of [{ loopback: true }, { headers: { Authorization: "Bearer a-token-of-sixteen" } }]) {
    const metrics = await api.call("/metrics", call);
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toMatch(/submissions_total\{kind="case"\} \d/);
  }
});

test("the map for search engines names every public copy in both languages, and robots are kept from the office", async () => {
  const map = await (await api.call("/sitemap.xml")).text();
  for (const kind of ["unit", "procedure", "news", "document", "plan", "index", "case", "round"] as const) {
    const { items } = await listPublic(api.db, kind, {}, { limit: 100 });
    expect(items.length).toBeGreaterThan(0);
    for (const { slug } of items)
      expect(map, slug).toMatch(
        new RegExp(`<loc>https://langnghe\\.example/[a-z-]+/${slug}</loc>[^]*<loc>https://langnghe\\.example/en/[a-z-]+/${slug}</loc>`),
      );
  }
  expect(map).toContain('hreflang="en"');
  expect(map).not.toContain(api.open.code);
  expect((await api.call("/sitemap.xml?phan=khong-co")).status).toBe(404);
  expect(await (await api.call("/sitemap.xml?phan=news&nam=2026")).text()).toContain("/tin-tuc/");
  const robots = await (await api.call("/robots.txt")).text();
  expect(robots).toContain("Disallow: /can-bo\nDisallow: /en/can-bo\n");
  expect(robots).toContain("Sitemap: https://langnghe.example/sitemap.xml");
});
