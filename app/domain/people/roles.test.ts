import { eq } from "drizzle-orm";
import { auditEvents, officials, portalFacts, roleGrants, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import {
  changePassword,
  deactivateOfficial,
  findOfficial,
  findOfficialBySession,
  grantRole,
  listOfficials,
  registerAdmin,
  registerOfficial,
  resetSignIn,
  revokeRole,
  signIn,
} from "./index.server.ts";
import { mayIn, type Official } from "./official.ts";

const now = new Date("2026-11-20T02:00:00Z");
const today = "2026-11-20";
const password = "mưa rơi trên bến cũ";
const again = (db: Db, official: Official, day = today) => findOfficial(db, official.id, day);
const grant = (official: Official, role: "intake" | "handler" | "editor" | "admin", unitId: string | null = null, validTo: string | null = null) => ({
  officialId: official.id,
  role,
  unitId,
  validTo,
});

test("a demo official can exist in the demo world only", async ({ db }) => {
  const wish = { email: "thu@demo.vn", name: "Thử", password: "lang-nghe-demo", grants: [], demo: true };
  await expect(db.transaction((tx) => registerOfficial(tx, "portal", wish, now))).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining("demo officials exist only in the demo world") }),
  });
  await db.insert(portalFacts).values({ name: "demo", value: true });
  expect(await registerOfficial(db, "portal", wish, now)).toMatchObject({ ok: true });
});

test("nobody becomes a demo official afterwards", async ({ db }) => {
  const official = await makeOfficial(db, { roles: ["handler"] });
  await expect(db.transaction((tx) => tx.update(officials).set({ demo: true }).where(eq(officials.id, official.id)))).rejects.toThrow();
});

test("a demo official signs in without a second factor", async ({ db }) => {
  await db.insert(portalFacts).values({ name: "demo", value: true });
  await registerOfficial(db, "portal", { email: "thu@demo.vn", name: "Thử", password: "lang-nghe-demo", grants: [], demo: true }, now);
  const years = new Date("2028-11-20T02:00:00Z");
  expect(await signIn(db, { email: "thu@demo.vn", password: "lang-nghe-demo" }, "khach", years)).toMatchObject({
    value: { secondFactor: "not_needed" },
  });
});

test("registering needs the right, a strong password and a new e-mail", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const intake = await makeOfficial(db, { roles: ["intake"] });
  const wish = { email: "Moi@coquan.vn", name: "Mới", password, grants: [{ role: "intake" as const, unitId: null }] };
  expect(await registerOfficial(db, intake, wish, now)).toMatchObject({ code: "people.not_yours" });
  expect(await registerOfficial(db, admin, { ...wish, password: "ngan qua" }, now)).toMatchObject({ code: "password.too_short" });
  const made = await registerOfficial(db, admin, wish, now);
  expect(made).toMatchObject({ ok: true, value: { email: "moi@coquan.vn", may: expect.arrayContaining(["cases.classify"]) } });
  expect(await registerOfficial(db, admin, { ...wish, email: "moi@COQUAN.vn" }, now)).toMatchObject({ code: "people.email_taken" });
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "official.registered"));
  expect(event).toMatchObject({ officialId: admin.id, data: { roles: "intake", demo: false } });
});

test("a system administrator never reads cases, whichever role comes first", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const intake = await makeOfficial(db, { roles: ["intake"] });
  const other = await makeOfficial(db, { roles: ["admin"] });
  expect(mayIn(admin, "cases.read")).toBe(false);
  expect(mayIn(admin, "identities.reveal")).toBe(false);
  expect(await grantRole(db, admin, grant(intake, "admin"), now)).toMatchObject({ code: "people.admin_reads_no_cases" });
  expect(await grantRole(db, admin, grant(other, "intake"), now)).toMatchObject({ code: "people.admin_reads_no_cases" });
  expect(await grantRole(db, admin, grant(other, "editor"), now)).toMatchObject({ ok: true });
});

test("a role on a unit that does not exist is refused", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const official = await makeOfficial(db, { roles: [] });
  const nowhere = "00000000-0000-4000-8000-000000000000";
  expect(await grantRole(db, admin, grant(official, "editor", nowhere), now)).toMatchObject({ code: "people.unknown_unit" });
  const wish = { email: "la@coquan.vn", name: "Người Lạ", password, grants: [{ role: "editor" as const, unitId: nowhere }] };
  expect(await registerOfficial(db, admin, wish, now)).toMatchObject({ code: "people.unknown_unit" });
});

test("nobody grants a role to himself", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  expect(await grantRole(db, admin, grant(admin, "editor"), now)).toMatchObject({ code: "people.not_yourself" });
});

test("a role on a unit holds there and below, not beside it", async ({ db }) => {
  const top = await makeUnit(db);
  const below = await makeUnit(db, { parent: top });
  const beside = await makeUnit(db);
  const handler = await makeOfficial(db, { roles: ["handler"], unit: top });
  expect(mayIn(handler, "cases.handle", top.id)).toBe(true);
  expect(mayIn(handler, "cases.handle", below.id)).toBe(true);
  expect(mayIn(handler, "cases.handle", beside.id)).toBe(false);
  expect(mayIn(handler, "cases.handle", null)).toBe(false);
  expect(mayIn(handler, "cases.approve", top.id)).toBe(false);
});

test("an administrator of one unit manages its people and no others", async ({ db }) => {
  const [mine, other] = [await makeUnit(db), await makeUnit(db)];
  const admin = await makeOfficial(db, { roles: ["admin"], unit: mine });
  const near = await makeOfficial(db, { roles: ["editor"], unit: mine });
  const far = await makeOfficial(db, { roles: ["editor"], unit: other });
  const both = await makeOfficial(db, { roles: ["editor"] });
  expect(await grantRole(db, admin, grant(near, "handler", mine.id), now)).toMatchObject({ ok: true });
  expect(await grantRole(db, admin, grant(near, "handler", other.id), now)).toMatchObject({ code: "people.not_yours" });
  expect(await grantRole(db, admin, grant(near, "handler"), now)).toMatchObject({ code: "people.not_yours" });
  expect(await grantRole(db, admin, grant(far, "handler", mine.id), now)).toMatchObject({ code: "people.not_yours" });
  expect(await deactivateOfficial(db, admin, both.id, now)).toMatchObject({ code: "people.not_yours" });
  const { items } = await listOfficials(db, admin, {}, {}, today, now);
  expect(items.map(({ id }) => id).sort()).toEqual([admin.id, near.id].sort());
});

test("a lent right ends with its last day", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const official = await makeOfficial(db, { roles: [] });
  expect(await grantRole(db, admin, grant(official, "editor", null, "2026-11-19"), now)).toMatchObject({ code: "people.ends_in_the_past" });
  expect(await grantRole(db, admin, grant(official, "editor", null, "2026-11-30"), now)).toMatchObject({ ok: true });
  expect((await again(db, official, "2026-11-30"))?.may).toContain("articles.write");
  expect((await again(db, official, "2026-12-01"))?.may).not.toContain("articles.write");
  expect((await again(db, official, "2026-11-19"))?.may).not.toContain("articles.write");
});

test("a role taken back ends the same moment, also one given today", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const official = await makeOfficial(db, { roles: [] });
  const given = await grantRole(db, admin, grant(official, "intake"), now);
  if (!given.ok) throw new Error(given.code);
  expect((await again(db, official))?.may).toContain("cases.read");
  expect(await grantRole(db, admin, grant(official, "intake"), now)).toMatchObject({ code: "people.already_granted" });
  expect(await revokeRole(db, admin, given.value.id, now)).toMatchObject({ ok: true });
  expect((await again(db, official))?.may).toEqual([]);
  expect(await revokeRole(db, admin, given.value.id, now)).toMatchObject({ code: "people.grant_gone" });
  expect(await db.select().from(roleGrants).where(eq(roleGrants.id, given.value.id))).toHaveLength(1);
});

test("whoever leaves has no right and no session the same day", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const made = await registerOfficial(
    db,
    admin,
    { email: "di@coquan.vn", name: "Người Đi", password, grants: [{ role: "handler", unitId: null }] },
    now,
  );
  if (!made.ok) throw new Error(made.code);
  const signedIn = await signIn(db, { email: "di@coquan.vn", password }, "khach", now);
  if (!signedIn.ok) throw new Error(signedIn.code);

  expect(await deactivateOfficial(db, admin, made.value.id, now)).toMatchObject({ ok: true, value: { rolesEnded: 1 } });
  expect(await findOfficialBySession(db, signedIn.value.token, now)).toBeUndefined();
  expect(await findOfficial(db, made.value.id, today)).toBeUndefined();
  expect(await db.select().from(sessions).where(eq(sessions.officialId, made.value.id))).toHaveLength(0);
  expect(await signIn(db, { email: "di@coquan.vn", password }, "khach", now)).toMatchObject({ code: "sign_in.wrong" });
});

test("a new first password brings somebody back, without the old roles", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const official = await makeOfficial(db, { roles: ["intake"] });
  await deactivateOfficial(db, admin, official.id, now);
  expect(await resetSignIn(db, admin, { officialId: official.id, password }, now)).toMatchObject({ ok: true });
  expect(await again(db, official)).toMatchObject({ may: [] });
  expect(await signIn(db, { email: official.email, password }, "khach", now)).toMatchObject({ ok: true });
});

test("the last administrator cannot be removed", async ({ db }) => {
  const unitAdmin = await makeOfficial(db, { roles: ["admin"] });
  const other = await makeOfficial(db, { roles: ["admin"] });
  expect(await deactivateOfficial(db, unitAdmin, other.id, now)).toMatchObject({ ok: true });
  const [left] = await db.select().from(roleGrants).where(eq(roleGrants.officialId, unitAdmin.id));
  expect(await revokeRole(db, other, left?.id ?? "", now)).toMatchObject({ code: "people.last_admin" });
});

test("two administrators who remove each other at the same moment leave one", async () => {
  const { db, client } = await cloneDatabase(4);
  const one = await makeOfficial(db, { roles: ["admin"] });
  const other = await makeOfficial(db, { roles: ["admin"] });
  const results = await Promise.all([deactivateOfficial(db, one, other.id, now), deactivateOfficial(db, other, one.id, now)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await client.end();
});

test("the first administrator is made once, another one only on purpose", async ({ db }) => {
  const wish = { email: "quan.tri@coquan.vn", name: "Người Quản", password, another: false };
  expect(await registerAdmin(db, { ...wish, password: "quan.tri@coquan.vn 1" }, now)).toMatchObject({ code: "password.about_you" });
  expect(await registerAdmin(db, wish, now)).toMatchObject({ ok: true, value: { may: expect.arrayContaining(["people.manage"]) } });
  expect(await registerAdmin(db, { ...wish, email: "hai@coquan.vn" }, now)).toMatchObject({ code: "people.admin_exists" });
  expect(await registerAdmin(db, { ...wish, email: "hai@coquan.vn", another: true }, now)).toMatchObject({ ok: true });
  const signedIn = await signIn(db, { email: wish.email, password }, "khach", now);
  expect(signedIn).toMatchObject({ value: { secondFactor: "to_set_up" } });
});

test("a changed password ends every other session", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const made = await registerOfficial(db, admin, { email: "doi@coquan.vn", name: "Người Đổi", password, grants: [] }, now);
  if (!made.ok) throw new Error(made.code);
  const enter = async (secret: string) => {
    const signedIn = await signIn(db, { email: "doi@coquan.vn", password: secret }, "khach", now);
    if (!signedIn.ok) throw new Error(signedIn.code);
    return signedIn.value.token;
  };
  const [token, other] = [await enter(password), await enter(password)];
  const next = "nắng lên trên đồi chè";
  expect(await changePassword(db, made.value, { current: "không phải mật khẩu", password: next, token }, now)).toMatchObject({
    code: "password.wrong",
  });
  expect(await changePassword(db, made.value, { current: password, password: "ngắn", token }, now)).toMatchObject({ code: "password.too_short" });
  expect(await changePassword(db, made.value, { current: password, password: next, token }, now)).toMatchObject({ ok: true });
  expect(await findOfficialBySession(db, token, now)).toBeDefined();
  expect(await findOfficialBySession(db, other, now)).toBeUndefined();
  expect(await enter(next)).toBeTruthy();
});
