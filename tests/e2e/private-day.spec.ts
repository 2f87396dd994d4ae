import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { connect } from "#db/client.server.ts";
import { warnOfDeadlines } from "#app/domain/deadlines/index.server.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { expect, test } from "@playwright/test";
import { addressOf, type DayCase, makeMixedDay, markerOf, markerPattern, phoneOf, phonePattern } from "#tests/support/mixed-day.ts";
import { makeDataDir, type PortalProcess, removeDataDir, startPortal } from "#tests/support/portal-process.ts";
import { ask, decode, walk } from "#tests/support/walk.ts";
import { world } from "#tests/support/worlds.ts";

const database = "ln_e2e_private";
const casesMade = 1_000;
const casesSent = 40;
const secret = Buffer.alloc(32, 11);

const starts = [
  ..."/ /en /phan-anh /en/phan-anh /don-vi /hai-long /minh-bach /du-lieu /tim-kiem?q=chuyen+rieng /en/tim-kiem?q=kindau /phan-anh?q=chuyen+rieng".split(
    " ",
  ),
  ..."/phan-anh.xml /en/phan-anh.xml /tin-tuc.xml /sitemap.xml /robots.txt /healthz /readyz /api/v1/openapi.json".split(" "),
  ..."/api/v1/cases /api/v1/cases?q=kindau /api/v1/units /open311/v2/discovery.json /open311/v2/services.xml".split(" "),
  ..."/open311/v2/requests.json /open311/v2/requests.xml /open311/v2/requests.json?status=closed".split(" "),
];

let portal: PortalProcess;
let db: ReturnType<typeof connect>;
let day: DayCase[];
const dataDir = makeDataDir();

test.beforeAll(async () => {
  test.setTimeout(1_200_000);
  const server = process.env.TEST_DATABASE_URL ?? world.empty.database;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${database} with (force)`);
  await admin.unsafe(`create database ${database}`);
  await admin.end();
  const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const env = { DATABASE_URL: url, SECRET_KEY: secret.toString("base64"), LOG_LEVEL: "debug", NO_RATE_LIMIT: "1" };
  portal = await startPortal("private-day", { dataDir, env });
  db = connect(url, 4);

  const keys = keysFrom(secret);
  day = [...(await makeMixedDay(db.db, keys, casesMade, new Date())), ...(await sendThroughTheApi())];
  await warnOfDeadlines(db.db, keys, new Date());
  await expect
    .poll(async () => (await db.client`select count(*)::int as n from messages where state in ('queued', 'sending')`)[0]?.n, {
      timeout: 300_000,
      intervals: [2_000],
    })
    .toBe(0);
});

test.afterAll(async () => {
  await db?.client.end();
  await portal?.stop();
  removeDataDir(dataDir);
});

test("a day of mixed traffic leaves nothing private on any page, feed, list, search or file", async () => {
  test.setTimeout(900_000);
  expect(day).toHaveLength(casesMade + casesSent);
  const published = day.filter(({ state }) => state === "DA_CONG_KHAI" || state === "DONG");
  const codes = published.slice(0, 150).flatMap(({ code }) => [`/phan-anh/${code}`, `/en/phan-anh/${code}`, `/api/v1/cases/${code}`]);
  const answers = await walk(portal.url, [...starts, ...codes], 2_500);
  expect(answers.filter(({ path, status }) => path.startsWith("/phan-anh/PA-") && status === 200).length).toBeGreaterThan(100);
  expect(answers.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);

  const lists = await Promise.all(["cases", "units"].map((kind) => ask(portal.url, `/api/v1/${kind}`, "", { Accept: "text/csv" })));
  const gone = new Set(day.filter(({ state }) => state === "CHUYEN_MAT").map(({ code }) => code));
  const found = [...answers, ...lists].flatMap(({ path, body }) => {
    // What somebody typed into the search stands in its own page again; that is no leak.
    const text = decode(body).replaceAll(/q=kindau|value="kindau"|“kindau”/gi, "");
    return [...(text.match(markerPattern) ?? []), ...(text.match(phonePattern) ?? []), ...[...gone].filter((code) => text.includes(code))].map(
      (leak) => `${path}: ${leak}`,
    );
  });
  expect(found).toEqual([]);
});

test("nobody's code opens what is not public, and no private case answers to its address", async () => {
  const states = new Map<string, DayCase>();
  for (const one of day) states.set(one.state, one);
  for (const { state, code } of states.values()) {
    const isPublic = ["DA_CONG_KHAI", "DONG", "MO_LAI"].includes(state);
    for (const path of [`/phan-anh/${code}`, `/api/v1/cases/${code}`, `/open311/v2/requests/${code}.json`]) {
      const { status } = await ask(portal.url, path);
      if (!isPublic) expect([path, state, status]).toEqual([path, state, 404]);
    }
    expect((await ask(portal.url, `/api/v1/cases/${code}/thread`)).status, state).toBe(401);
  }
});

test("the log holds no sender, no text and no receipt", () => {
  const log = readFileSync(portal.logFile, "utf8");
  expect(log).toContain("Lắng Nghe");
  expect(log.match(markerPattern) ?? []).toEqual([]);
  expect(log.match(phonePattern) ?? []).toEqual([]);
  expect(day.filter(({ receiptKey }) => log.includes(receiptKey)).map(({ code }) => code)).toEqual([]);
});

test("a mail tells of its own reader's case only, and holds nobody's receipt", () => {
  const folder = join(dataDir, "mailbox");
  const mails = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map(
      (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as { to: string; subject: string; text: string; html: string; headers: object },
    );
  expect(mails.length).toBeGreaterThan(casesMade * 0.8);
  const ownerOf = new Map(day.map((one) => [addressOf(one.number), one]));
  const others = mails.flatMap(({ to, ...mail }) => {
    const text = JSON.stringify(mail);
    const own = ownerOf.get(to);
    const told = new Set((text.match(markerPattern) ?? []).map((marker) => marker.toLowerCase()));
    if (own) told.delete(markerOf(own.number).toLowerCase());
    return [...told, ...(text.match(phonePattern) ?? [])].map((leak) => `${to}: ${leak}`);
  });
  expect(others).toEqual([]);
  const all = JSON.stringify(mails);
  expect(day.filter(({ receiptKey }) => all.includes(receiptKey)).map(({ code }) => code)).toEqual([]);
});

test("what is found is really looked for: a planted marker and telephone are seen", () => {
  expect(`x ${markerOf(7)} y`.match(markerPattern)).toEqual(["Kindau0007"]);
  expect(addressOf(7).match(markerPattern)).toEqual(["kindau0007"]);
  for (const phone of [phoneOf(7), "0917 770 007", "+84917770007", "0917.770.007"]) expect(phone.match(phonePattern), phone).toHaveLength(1);
});

async function sendThroughTheApi(): Promise<DayCase[]> {
  const sent: DayCase[] = [];
  for (let number = casesMade; number < casesMade + casesSent; number += 1) {
    const answer = await fetch(`${portal.url}/api/v1/cases`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": `private day ${number}` },
      body: JSON.stringify({
        kind: "hoi_dap",
        subject: `Chuyện riêng ${markerOf(number)}`,
        body: `Tôi kể chuyện của tôi ${markerOf(number)}, xin đừng nói với ai khác.`,
        contact: { name: `Nguyễn ${markerOf(number)}`, email: addressOf(number), phone: phoneOf(number) },
      }),
    });
    expect(answer.status).toBe(201);
    const { code, receiptKey } = (await answer.json()) as { code: string; receiptKey: string };
    const thread = await fetch(`${portal.url}/api/v1/cases/${code}/thread`, { headers: { Authorization: `Receipt ${receiptKey}` } });
    expect(thread.status).toBe(200);
    sent.push({ number, state: "MOI", code, receiptKey });
  }
  return sent;
}
