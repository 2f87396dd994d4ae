import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { apiKeys, auditEvents, cases } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { clockFrom, stepsInOrder, wayTo } from "#db/seed/factories/case-way.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { walkCase } from "#db/seed/factories/walk-case.ts";
import { hideCase } from "#app/domain/feedback/index.server.ts";
import { issueApiKey, issueDemoKey, revokeApiKey } from "#app/domain/partners/index.server.ts";
import { demoApiKey } from "#app/domain/partners/vocabulary.ts";
import { plainRefusal } from "#app/platform/plain-refusal.server.ts";
import { openApiWorld, type Call } from "#tests/support/api-world.ts";
import { phonePhoto } from "#tests/support/pictures.ts";
import { documents, type DocumentName, example, factsOfJson, factsOfXml } from "./specification.ts";

const api = await openApiWorld();
afterAll(api.close);
const stored = new Map<string, Buffer>();
api.portal.files.put = async (name, content) => void stored.set(name, content);

const { db, portal } = api;
const { unit, people } = api.published;
const now = portal.now();
await issueDemoKey(db, "Ứng dụng mẫu", now);
const admin = await makeOfficial(db, { roles: ["admin"] });
const wish = { partner: "Đô thị thông minh (mẫu)", scope: "open311_send", validUntil: "2027-06-30", hourlyLimit: 300 } as const;

const made = { unit, people, state: "DA_CONG_KHAI", kind: "phan_anh_hien_truong" } as const;
const road = await makeCase(db, portal.keys, {
  ...made,
  field: "giao-thong-ha-tang",
  draft: { place: "Ngã ba Mẫu, phường Mẫu (12.487200, 109.128600)" },
  reply: { publicTitle: "Ổ gà <ngã ba> & cống", publicQuestion: 'Hỏi "khi nào" sửa ]]> <b>&amp;</b>' },
});
const waste = await makeCase(db, portal.keys, { ...made, receivedAt: new Date("2026-10-05T02:00:00Z"), field: "moi-truong" });
const rule = await makeCase(db, portal.keys, { ...made, kind: "phan_anh_kien_nghi", field: "dat-dai", draft: { content: 2 } });
const old = await makeCase(db, portal.keys, { ...made, receivedAt: new Date("2026-05-11T02:00:00Z"), field: "moi-truong" });

type Request = Record<string, string | number | null> & { service_request_id: string };
const at = (path: string) => `/open311/v2/${path}`;
const read = async <Body = Request[]>(path: string, call?: Call) => (await (await api.call(at(path), call)).json()) as Body;
const idsOf = async (query: string) => (await read(`requests.json${query}`)).map(({ service_request_id: id }) => id);
const form = (fields: Record<string, string>, call: Call = {}): Call => ({
  ...call,
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded", ...call.headers },
  raw: new URLSearchParams(fields).toString(),
});
const pothole = {
  api_key: demoApiKey,
  service_code: "hien-truong-giao-thong-ha-tang",
  description: "Ổ gà sâu trước cổng chợ. Xe máy ngã nhiều lần vào buổi tối.",
  address_string: "Trước chợ Mẫu",
};
const post = (fields: Record<string, string>, call?: Call) => api.call(at("requests.json"), form({ ...pothole, ...fields }, call));

/** Both formats of an address, held against the specification: shape, types, and that they say the same. */
async function compare(name: DocumentName, path: string, status = 200, call?: Call) {
  const { root, schema } = documents[name];
  const [asJson, asXml] = [await api.call(at(path.replace("{format}", "json")), call), await api.call(at(path.replace("{format}", "xml")), call)];
  expect([asJson.status, asXml.status], path).toEqual([status, status]);
  expect(asJson.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  expect(asXml.headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
  const json = (await asJson.json()) as unknown;
  schema.parse(json);
  expect(factsOfXml(root, await asXml.text()), path).toEqual(factsOfJson(root, json));
  return json;
}

const namesOf = (value: unknown): string[] => Object.keys((Array.isArray(value) ? value[0] : value) as object);

test("the specification's documents are read alike in both formats, so that the comparison itself is sound", () => {
  for (const name of Object.keys(documents) as DocumentName[]) {
    const { root, schema } = documents[name];
    const json = JSON.parse(example(name, "json")) as unknown;
    schema.parse(json);
    expect(factsOfXml(root, example(name, "xml")), name).toEqual(factsOfJson(root, json));
  }
  const wrong = example("requests", "xml").replace("<zipcode>94122</zipcode>", "<zipcode>94123</zipcode>");
  expect(factsOfXml("service_requests", wrong)).not.toEqual(factsOfJson("service_requests", JSON.parse(example("requests", "json"))));
  expect(() => factsOfXml("services", example("requests", "xml"))).toThrow("service_requests");
  expect(() => factsOfXml("service_requests", example("requests", "xml").replace("</zipcode>", ""))).toThrow(/zipcode/);
});

test("every document has the names, the order and the types of the specification's, in JSON and in XML", async () => {
  const named = (name: DocumentName) => namesOf(JSON.parse(example(name, "json")));
  const discovery = await compare("discovery", "discovery.{format}");
  expect(namesOf(discovery)).toEqual(named("discovery"));
  const services = (await compare("services", "services.{format}")) as { service_code: string }[];
  expect(namesOf(services)).toEqual(named("services"));
  expect(services).toHaveLength(22);
  for (const { service_code: code } of [services[0], services[21]].flatMap((one) => one ?? [])) {
    const definition = await compare("service_definition", `services/${code}.{format}`);
    expect(namesOf(definition)).toEqual(named("service_definition"));
  }
  const requests = (await compare("requests", "requests.{format}")) as Request[];
  expect(requests.map(namesOf)).toEqual(requests.map(() => named("requests")));
  expect(await compare("requests", `requests/${road.code}.{format}`)).toHaveLength(1);
  await compare("requests", "requests.{format}?start_date=2020-01-01&end_date=2020-02-01");
  await compare("errors", "requests/PA-2026-000000.{format}", 404);
  const created = await compare("created", "requests.{format}", 200, form({ ...pothole, description: "Vỉa hè trước trường học bị bật gạch." }));
  expect(namesOf(created)).toEqual(named("created"));
});

test("a definition asks for what the law asks: the content of article 5 and the sender's address", async () => {
  type Definition = { attributes: { code: string; required: boolean; values?: { key: string; name: string }[] }[] };
  const { attributes } = await read<Definition>("services/kien-nghi-dat-dai.json");
  const of = (code: string) => attributes.find((one) => one.code === code);
  expect(of("content")?.values?.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  expect(of("sender_address")).toMatchObject({ required: true });
  expect(of("procedure")?.values?.length).toBeGreaterThan(10);
  expect(of("unit")?.values?.map(({ key }) => key)).toContain("kktvp");
});

test("a request tells what its public copy tells: state, answer, unit, days with their zone, place and point", async () => {
  const [request] = await read(`requests/${road.code}.json`);
  expect(request).toMatchObject({
    service_request_id: road.code,
    status: "closed",
    service_code: "hien-truong-giao-thong-ha-tang",
    requested_datetime: "2026-11-09T00:00:00+07:00",
    address: "Ngã ba Mẫu, phường Mẫu",
    lat: 12.4872,
    long: 109.1286,
    address_id: null,
    media_url: null,
  });
  expect(request?.description).toContain('Hỏi "khi nào" sửa ]]> <b>&amp;</b>');
  expect(request?.status_notes).toMatch(/^Đã trả lời ngày .+ đúng hạn\./);
  expect(request?.expected_datetime).toMatch(/^2026-\d{2}-\d{2}T23:59:59\+07:00$/);
  expect(request?.updated_datetime).toMatch(/\+07:00$/);
  expect(request?.agency_responsible).toBeTruthy();
  const [inEnglish] = await read(`requests/${road.code}.json`, { headers: { "Accept-Language": "en" } });
  expect(inEnglish?.status_notes).toMatch(/^Answered on .+, in time\./);
});

test("filters narrow the list, and what is no service or not public is never in it", async () => {
  const all = await idsOf("");
  expect(all).toEqual(expect.arrayContaining([road.code, waste.code, rule.code]));
  for (const code of [old.code, api.published.code, api.open.code]) expect(all).not.toContain(code);
  expect(await idsOf("?service_code=hien-truong-moi-truong")).toEqual([waste.code]);
  expect(await idsOf("?service_code=kien-nghi-dat-dai")).toEqual([rule.code]);
  expect(await idsOf("?start_date=2026-05-01T00:00:00%2B07:00&end_date=2026-05-31T23:59:59Z")).toEqual([old.code]);
  expect(await idsOf("?end_date=2026-05-31")).toEqual([old.code]);
  expect(await idsOf("?status=open")).toEqual([]);
  expect(await idsOf("?status=open,closed")).toEqual(all);
  expect(await idsOf("?updated_after=2026-10-20T00:00:00Z")).not.toContain(waste.code);
  expect(await idsOf("?updated_before=2026-06-30T00:00:00Z&updated_after=2026-01-01T00:00:00Z")).toEqual([old.code]);
  expect(await idsOf(`?service_request_id=${old.code},${api.open.code},nonsense,${road.code}&status=open`)).toEqual([road.code, old.code]);
  expect(await idsOf("?jurisdiction_id=langnghe.example")).toEqual(all);
});

test("the last one comes first, and pages follow each other with nothing twice", async () => {
  const all = await read("requests.json");
  const days = all.map(({ requested_datetime: day }) => String(day));
  expect(days).toEqual([...days].sort().reverse());
  const pages = [await idsOf("?page=1&page_size=2"), await idsOf("?page=2&page_size=2"), await idsOf("?page=1000&page_size=2")];
  expect(pages.slice(0, 2).flat()).toEqual(all.slice(0, 4).map(({ service_request_id: id }) => id));
  expect(pages[2]).toEqual([]);
});

test("what cannot be meant is refused in the specification's shape and the caller's language, never with a 5xx", async () => {
  const wrong: [path: string, status: number, word: RegExp][] = [
    ["requests.{format}?jurisdiction_id=city.example", 404, /jurisdiction_id/],
    ["requests.{format}?service_code=nope", 404, /service_code/],
    ["requests.{format}?status=done", 400, /status/],
    ["requests.{format}?start_date=yesterday", 400, /start_date/],
    ["requests.{format}?start_date=2026-02-30", 400, /start_date/],
    ["requests.{format}?start_date=2026-01-01&end_date=2026-11-01", 400, /90/],
    ["requests.{format}?start_date=2026-02-01&end_date=2026-01-01", 400, /end_date/],
    ["requests.{format}?page=0", 400, /page/],
    ["requests.{format}?page_size=1001", 400, /1000/],
    ["services/nope.{format}", 404, /service_code/],
    ["services/__proto__.{format}", 404, /service_code/],
    [`requests/${api.open.code}.{format}`, 404, /service_request_id/],
    ["tokens/nope.{format}", 404, /token/],
    ["nope.{format}", 404, /discovery/],
    ["constructor/x.{format}", 404, /discovery/],
    ["a/b/c.{format}", 404, /discovery/],
  ];
  for (const [path, status, word] of wrong) expect(JSON.stringify(await compare("errors", path, status)), path).toMatch(word);
  const errors = await read<{ description: string }[]>("requests.json?status=done", { headers: { "Accept-Language": "en-GB" } });
  expect(errors[0]?.description).toBe("status: open, closed or both with a comma between them.");
  expect((await api.call(at("services.json"), { method: "DELETE" })).status).toBe(405);
  expect((await api.call(at("requests.json"), { method: "OPTIONS" })).headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
});

test("what the portal refuses before any page has the same shape", async () => {
  for (const format of ["json", "xml"] as const) {
    const answer = plainRefusal(429, new URL(`https://langnghe.example/open311/v2/requests.${format}`), { headers: { "Retry-After": "7" } });
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "7"]);
    const text = await answer.text();
    if (format === "json") documents.errors.schema.parse(JSON.parse(text));
    else expect(factsOfXml("errors", text)[0]).toBe("errors/error[0]/code: 429");
  }
});

test("nothing is taken without a valid key: missing, wrong, revoked or past its last day is 403", async () => {
  const issued = await issueApiKey(db, admin, wish, now);
  const short = await issueApiKey(db, admin, { ...wish, validUntil: "2026-11-21" }, new Date("2026-11-20T03:00:00Z"));
  if (!issued.ok || !short.ok) throw new Error("No key was issued");
  const send = async (key: string, body = "Đèn đường tắt suốt một đoạn dài.") =>
    (await post({ api_key: key, description: `${body} ${key.slice(-4)}` })).status;
  expect(await send(issued.value.key)).toBe(200);
  expect(await send(short.value.key)).toBe(200);
  expect((await revokeApiKey(db, admin, issued.value.id, now)).ok).toBe(true);
  expect(await revokeApiKey(db, admin, issued.value.id, now)).toMatchObject({ ok: false, code: "api_key.not_in_use" });
  portal.now = () => new Date("2026-11-22T03:00:00Z");
  expect([await send(issued.value.key), await send(short.value.key), await send(""), await send("ln_nothing")]).toEqual([403, 403, 403, 403]);
  portal.now = () => now;
  await compare("errors", "requests.{format}", 403, form({ ...pothole, api_key: "ln_nothing" }));
  const trace = JSON.stringify(
    await db.select({ data: auditEvents.data, act: auditEvents.act }).from(auditEvents).where(eq(auditEvents.subjectId, issued.value.id)),
  );
  expect(trace).toMatch(/api_key\.issued.*api_key\.revoked/);
  expect(trace + JSON.stringify(await db.select().from(apiKeys))).not.toContain(issued.value.key);
  expect(await issueApiKey(db, people.handler, wish, now)).toMatchObject({ ok: false, code: "api_key.not_yours" });
  expect(await issueApiKey(db, admin, { ...wish, validUntil: "2026-11-20" }, now)).toMatchObject({ ok: false, code: "api_key.ends_in_the_past" });
  expect(await issueApiKey(db, admin, { ...wish, validUntil: "2029-11-20" }, now)).toMatchObject({ ok: false, code: "api_key.too_long_valid" });
});

test("a key sends so often an hour and no more; a retry of what was taken is no new one", async () => {
  const issued = await issueApiKey(db, admin, { ...wish, hourlyLimit: 2 }, now);
  if (!issued.ok) throw new Error("No key was issued");
  const send = (n: number) => post({ api_key: issued.value.key, description: `Cây đổ chắn lối đi, lần báo thứ ${n}.` });
  const first = (await (await send(1)).json()) as Request[];
  expect((await send(2)).status).toBe(200);
  const third = await send(3);
  expect([third.status, Number(third.headers.get("Retry-After")) > 0]).toEqual([429, true]);
  expect(await (await send(1)).json()).toEqual(first);
});

test("the same content on the same day, or under the same Idempotency-Key, is one case", async () => {
  const count = async () => (await db.select({ id: cases.id }).from(cases)).length;
  const before = await count();
  const again = { description: "Nắp cống ở đầu ngõ bị mất, rất nguy hiểm." };
  const [one, two] = [await (await post(again)).text(), await (await post(again)).text()];
  expect(two).toBe(one);
  const keyed = { headers: { "Idempotency-Key": "key-of-a-partner" } };
  const three = await (await post({ description: "Biển báo ở ngã tư bị che khuất bởi cây." }, keyed)).text();
  expect(await (await post({ description: "Biển báo ở ngã tư bị che khuất bởi cây." }, keyed)).text()).toBe(three);
  expect((await post({ description: "Một nội dung khác hẳn với cùng một khóa." }, keyed)).status).toBe(400);
  expect(await count()).toBe(before + 2);
});

test("every missing or wrong field is named as GeoReport names it, all in one answer", async () => {
  const errorsOf = async (fields: Record<string, string>) =>
    ((await (await post(fields)).json()) as { code: number; description: string }[]).map(({ description }) => description.split(":")[0]);
  expect(await errorsOf({ service_code: "" })).toEqual(["service_code"]);
  expect(await errorsOf({ address_string: "" })).toEqual(["address_string"]);
  expect(await errorsOf({ address_string: "", address_id: "545483" })).toEqual(["address_id"]);
  expect(await errorsOf({ lat: "12.5" })).toEqual(["lat, long"]);
  expect(await errorsOf({ lat: "92", long: "109", email: "x", media_url: "file:///etc/passwd", description: "ngắn" })).toEqual([
    "lat, long",
    "media_url",
    "description",
    "email",
  ]);
  const proposal = { service_code: "kien-nghi-dat-dai", "attribute[content]": "9" };
  expect(await errorsOf(proposal)).toEqual(["attribute[sender_address]", "attribute[content]", "first_name, last_name", "phone"]);
  expect(await errorsOf({ "attribute[happened_on]": "2027-01-01" })).toHaveLength(1);
  expect((await api.call(at("requests.json"), { method: "POST", body: pothole })).status).toBe(400);
  expect(
    (await api.call(at("requests.xml"), { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, raw: "broken" })).status,
  ).toBe(400);
});

test("who prefers not to wait gets a token, which opens the number", async () => {
  const call = form({ ...pothole, description: "Rác tồn đọng ba ngày ở cuối đường." }, { headers: { Prefer: "respond-async" } });
  const [created] = (await compare("created_token", "requests.{format}", 200, call)) as { token: string }[];
  const [opened] = (await compare("token", `tokens/${created?.token}.{format}`)) as Request[];
  const [row] = await db
    .select({ channel: cases.channel })
    .from(cases)
    .where(eq(cases.code, opened?.service_request_id ?? ""));
  expect(row?.channel).toBe("api");
});

test("a report is sent with its photo, appears when its answer is published, and nothing private is ever in an answer", async () => {
  const secrets = {
    first_name: "Kín Đáo",
    last_name: "Phạm Rất",
    phone: "0912 999 888",
    email: "rat-kin@example.vn",
    media_url: "https://kin.example/anh-rieng.jpg",
  };
  const fields = {
    ...pothole,
    ...secrets,
    lat: "12.4900",
    long: "109.1300",
    "attribute[place_note]": "cạnh cột điện số 7",
    "attribute[organisation]": "Công ty Giấu Tên",
    description: "Ổ gà lớn ở lối ra bến xe. Nhà tôi số 99 phố Thầm Kín ngay đó.",
  };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const photo = await phonePhoto();
  body.append("media", new Blob([new Uint8Array(photo.buffer)], { type: photo.mimeType }), photo.name);
  const encoded = new Request("https://langnghe.example/", { method: "POST", body });
  const sent = await api.call(at("requests.json"), {
    method: "POST",
    headers: { "Content-Type": encoded.headers.get("Content-Type") ?? "" },
    raw: new Uint8Array(await encoded.arrayBuffer()),
  });
  const [created] = (await sent.json()) as Request[];
  const code = created?.service_request_id ?? "";
  expect(created?.service_notice).toContain("không tải tệp ở media_url");
  expect(stored.size).toBe(1);
  const [row] = await db.select().from(cases).where(eq(cases.code, code));
  expect(row).toMatchObject({ kind: "phan_anh_hien_truong", field: "giao-thong-ha-tang", subject: "Ổ gà lớn ở lối ra bến xe" });
  expect(row?.place).toBe("Trước chợ Mẫu, cạnh cột điện số 7 (12.490000, 109.130000)");
  expect(row?.body).toContain("https://kin.example/anh-rieng.jpg");

  expect((await api.call(at(`requests/${code}.json`))).status).toBe(404);
  expect(await idsOf("")).not.toContain(code);
  const clock = clockFrom(now, {});
  const way = { code, receiptKey: "", unit, people };
  for (const step of stepsInOrder) {
    if (wayTo.DA_CONG_KHAI.includes(step)) await walkCase(db, portal.keys, step, way, { kind: "phan_anh_hien_truong" }, clock(step));
  }
  expect((await read(`requests/${code}.json`))[0]).toMatchObject({
    status: "closed",
    address: "Trước chợ Mẫu, cạnh cột điện số 7",
    lat: 12.49,
    long: 109.13,
  });
  expect(await idsOf("")).toContain(code);

  const markers = [
    ...Object.values(secrets),
    "0912999888",
    "Giấu Tên",
    "Thầm Kín",
    "Người Gửi Kín",
    "Nhà Kín 7",
    "kin@example.vn",
    "Việc chưa công khai",
  ];
  const paths = ["requests", `requests/${code}`, "services", "services/hien-truong-giao-thong-ha-tang", "discovery"];
  for (const path of paths.flatMap((one) => [`${one}.json`, `${one}.xml`])) {
    const text = await (await api.call(at(path))).text();
    for (const marker of markers) expect(text.includes(marker), `${marker} in ${path}`).toBe(false);
  }

  await hideCase(db, people.coordinator, code, { reason: "Kiểm tra lại ảnh và nội dung." }, now);
  expect((await api.call(at(`requests/${code}.json`))).status).toBe(404);
  expect(await idsOf(`?service_request_id=${code}`)).toEqual([]);
});
