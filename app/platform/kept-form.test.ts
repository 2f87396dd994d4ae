import { makeOfficial } from "#db/seed/factories/officials.ts";
import { keptForms } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findKeptForm } from "#app/domain/people/index.server.ts";
import { openSession } from "#app/domain/people/open-session.server.ts";
import { idleMinutesByStandard } from "#app/domain/people/vocabulary.ts";
import { portalOn } from "#tests/support/office-visits.ts";
import { expect, test } from "#tests/support/test.ts";
import { asOfficial } from "./guards.server.ts";
import { keepSession } from "./session.server.ts";
import { readSettings } from "./settings.server.ts";

const now = new Date("2026-11-20T02:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const portalAt = (db: Db, at: Date) => {
  const portal = portalOn(db, at);
  return { ...portal, settings: { ...portal.settings, idle: idleMinutesByStandard } };
};

async function somebody(db: Db) {
  const official = await makeOfficial(db, { roles: ["handler"] });
  const token = await openSession(db, { officialId: official.id, totpPassed: true }, now);
  const cookie = (await keepSession(portalOn(db, now), token)).split(";")[0] ?? "";
  return { official, cookie };
}

/** Where the office sends this form; undefined when it lets it in. */
async function post(db: Db, at: Date, cookie: string, form: FormData | URLSearchParams, path = "/can-bo/ho-so/PA-1.data?_routes=x&tab=2") {
  const request = new Request(`https://langnghe.example${path}`, { method: "POST", headers: { Cookie: cookie }, body: form });
  const context = { portal: portalAt(db, at), nonce: "", requestId: "", client: "a client", loopback: false };
  try {
    await asOfficial({ request, context });
    return undefined;
  } catch (thrown) {
    const to = new URL((thrown as Response).headers.get("Location") ?? "", "https://langnghe.example");
    expect(to.pathname).toBe("/dang-nhap");
    return to.searchParams.get("tiep") ?? "";
  }
}
const keptIdOf = (back: string | undefined) => /^\/can-bo\/giu-lai\/([0-9a-f-]{36})$/.exec(back ?? "")?.[1] ?? "";

test("what is sent after the session ended waits, sealed, for its sender and for nobody else", async ({ db }) => {
  const { official, cookie } = await somebody(db);
  const form = new URLSearchParams([
    ["intent", "save_draft"],
    ["text", "Chúng tôi đã kiểm tra tại chỗ."],
  ]);
  expect(await post(db, minutes(14), cookie, form)).toBeUndefined();
  const id = keptIdOf(await post(db, minutes(14 + 15), cookie, form));
  const { keys } = portalOn(db, now);
  expect(await findKeptForm(db, keys, official, id, minutes(40))).toEqual({
    path: "/can-bo/ho-so/PA-1?tab=2",
    fields: [...form],
    incomplete: false,
  });
  const [stored] = await db.select().from(keptForms);
  expect(stored?.sealedForm.toString("utf8")).not.toContain("kiểm tra");
  expect(await findKeptForm(db, keys, await makeOfficial(db, { roles: ["handler"] }), id, minutes(40))).toBeUndefined();
  expect(await findKeptForm(db, keys, official, id, minutes(29 + 12 * 60))).toBeUndefined();
});

test("a form sent the next morning is kept too, and passwords and files never are", async ({ db }) => {
  const { official, cookie } = await somebody(db);
  const form = new FormData();
  form.set("body", "Dòng một\nDòng hai");
  form.set("password", "mưa rơi trên bến cũ");
  form.set("current", "mưa rơi");
  form.set("photo", new File(["a photo"], "anh.jpg"));
  const id = keptIdOf(await post(db, minutes(20 * 60), cookie, form));
  const kept = await findKeptForm(db, portalOn(db, now).keys, official, id, minutes(20 * 60));
  expect(kept?.fields.map(([name]) => name)).toEqual(["body"]);
  expect(kept?.incomplete).toBe(true);
});

test("nobody else can have a form kept, and of one person a few at most", async ({ db }) => {
  const form = () => new URLSearchParams({ text: "Một đoạn văn" });
  for (const cookie of ["", "__Host-ln=khong-phai", (await somebody(db)).cookie.slice(0, -4)]) {
    expect(await post(db, minutes(60), cookie, form())).toBe("/can-bo");
  }
  expect(await db.$count(keptForms)).toBe(0);
  const { cookie } = await somebody(db);
  expect(await post(db, minutes(60), cookie, new URLSearchParams({ text: "x".repeat(500_000) }))).toBe("/can-bo");
  for (let at = 0; at < 8; at++) await post(db, minutes(60 + at), cookie, form());
  expect(await db.$count(keptForms)).toBe(5);
});

test("sessions lie idle for as long as the standard says, in the demo world for an hour, and else as settings say", () => {
  const idleIn = (environment: Record<string, string>) => readSettings({ NODE_ENV: "production", ...environment }).idle;
  const real = { DATABASE_URL: "postgres://portal@db.example/portal" };
  expect(idleIn(real)).toEqual({ officials: 15, admins: 5 });
  expect(idleIn({})).toEqual({ officials: 60, admins: 60 });
  expect(idleIn({ ...real, SESSION_IDLE_MINUTES: "30", SESSION_IDLE_MINUTES_ADMIN: "10" })).toEqual({ officials: 30, admins: 10 });
  for (const wrong of ["0", "mười", "9999"]) expect(() => idleIn({ ...real, SESSION_IDLE_MINUTES: wrong })).toThrow("SESSION_IDLE_MINUTES");
});
