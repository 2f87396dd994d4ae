import { eq } from "drizzle-orm";
import { auditEvents, officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { openSession } from "./open-session.server.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { findOfficialBySession, registerOfficial, signIn, signOut } from "./index.server.ts";
import type { Role } from "./vocabulary.ts";

const now = new Date("2026-11-20T02:00:00Z");
const password = "mưa rơi trên bến cũ";
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

async function official(db: Db, email = "thu.ha@coquan.vn", roles: Role[] = ["handler"]) {
  const made = await registerOfficial(
    db,
    "portal",
    { email, name: "Nguyễn Thu Hà (mẫu)", password, grants: roles.map((role) => ({ role, unitId: null })) },
    now,
  );
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function signedIn(db: Db, at = now) {
  const result = await signIn(db, { email: "thu.ha@coquan.vn", password }, "khach", at);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

test("the right password opens a session, and only its hash is stored", async ({ db }) => {
  const { id } = await official(db);
  const { token, secondFactor } = await signedIn(db);
  expect(secondFactor).toBe("to_set_up");
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const kept = await db.select().from(sessions).where(eq(sessions.officialId, id));
  expect(kept.map((row) => row.tokenHash)).toEqual([hashSessionToken(token)]);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("e-mail is taken in any case and with spaces, the password with composed or decomposed marks", async ({ db }) => {
  await official(db);
  const result = await signIn(db, { email: " Thu.Ha@CoQuan.VN ", password: password.normalize("NFD") }, "khach", now);
  expect(result.ok).toBe(true);
});

test("an unknown e-mail and a wrong password get the same answer", async ({ db }) => {
  await official(db);
  const wrong = await signIn(db, { email: "thu.ha@coquan.vn", password: "không phải mật khẩu" }, "khach", now);
  const unknown = await signIn(db, { email: "khong.ai@coquan.vn", password: "không phải mật khẩu" }, "khach", now);
  expect(wrong).toEqual({ ok: false, code: "sign_in.wrong" });
  expect(unknown).toEqual(wrong);
});

test("five wrong passwords lock the account for a quarter of an hour, the right one included", async ({ db }) => {
  const { id } = await official(db);
  for (let tries = 0; tries < 5; tries++) {
    expect(await signIn(db, { email: "thu.ha@coquan.vn", password: "không phải mật khẩu" }, "khach", now)).toMatchObject({ code: "sign_in.wrong" });
  }
  expect(await signIn(db, { email: "thu.ha@coquan.vn", password }, "khach", now)).toEqual({
    ok: false,
    code: "sign_in.locked",
    details: { minutes: 15 },
  });
  const [locked] = await db.select().from(officials).where(eq(officials.id, id));
  expect(locked?.lockedUntil).toEqual(minutes(15));
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "official.locked"));
  expect(event).toMatchObject({ actor: "portal", subjectId: id });
});

test("an e-mail that is nobody's is locked just the same", async ({ db }) => {
  for (let tries = 0; tries < 5; tries++) {
    expect(await signIn(db, { email: "khong.ai@coquan.vn", password }, "khach", now)).toMatchObject({ code: "sign_in.wrong" });
  }
  expect(await signIn(db, { email: "khong.ai@coquan.vn", password }, "khach", now)).toEqual({
    ok: false,
    code: "sign_in.locked",
    details: { minutes: 15 },
  });
});

test("a lock ends by itself", async ({ db }) => {
  const { id } = await official(db);
  await db
    .update(officials)
    .set({ lockedUntil: minutes(15) })
    .where(eq(officials.id, id));
  expect(await signIn(db, { email: "thu.ha@coquan.vn", password }, "khach", minutes(14))).toMatchObject({
    code: "sign_in.locked",
    details: { minutes: 1 },
  });
  expect(await signIn(db, { email: "thu.ha@coquan.vn", password }, "khach", minutes(15))).toMatchObject({ ok: true });
});

test("one client trying many e-mails is stopped", async ({ db }) => {
  for (let tries = 0; tries < 40; tries++) await signIn(db, { email: `ai-${tries}@coquan.vn`, password }, "mot-may", now);
  expect(await signIn(db, { email: "ai-moi@coquan.vn", password }, "mot-may", now)).toMatchObject({ code: "sign_in.locked" });
  expect(await signIn(db, { email: "ai-moi@coquan.vn", password }, "may-khac", now)).toMatchObject({ code: "sign_in.wrong" });
});

test("an account nobody used for more than 45 days stays shut, and says so only to who knows the password", async ({ db }) => {
  await official(db);
  await signedIn(db, days(44));
  const idle = { email: "thu.ha@coquan.vn", password };
  expect(await signIn(db, idle, "khach", days(44 + 46))).toEqual({ ok: false, code: "sign_in.idle", details: { days: 45 } });
  expect(await signIn(db, { ...idle, password: "không phải mật khẩu" }, "khach", days(44 + 46))).toMatchObject({ code: "sign_in.wrong" });
});

test("signing in ends the session the browser came with", async ({ db }) => {
  await official(db);
  const first = await signedIn(db);
  await signIn(db, { email: "thu.ha@coquan.vn", password, replaces: first.token }, "khach", now);
  expect(await findOfficialBySession(db, first.token, now)).toBeUndefined();
});

test("a session ends after a quarter of an hour without work, an administrator’s after five minutes", async ({ db }) => {
  await official(db);
  const { token } = await signedIn(db);
  expect(await findOfficialBySession(db, token, minutes(14))).toBeDefined();
  expect(await findOfficialBySession(db, token, minutes(28))).toBeDefined();
  expect(await findOfficialBySession(db, token, minutes(28 + 15))).toBeUndefined();

  const admin = await makeOfficial(db, { roles: ["admin", "coordinator"] });
  const ofAdmin = await openSession(db, { officialId: admin.id, totpPassed: true }, now);
  expect(await findOfficialBySession(db, ofAdmin, minutes(4))).toBeDefined();
  expect(await findOfficialBySession(db, ofAdmin, minutes(9))).toBeUndefined();
});

test("settings may let sessions lie idle for longer, and never an administrator’s longer than everybody’s", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const token = await openSession(db, { officialId: admin.id, totpPassed: true }, now);
  expect(await findOfficialBySession(db, token, minutes(59), { officials: 60, admins: 60 })).toBeDefined();
  expect(await findOfficialBySession(db, token, minutes(59 + 20), { officials: 20, admins: 60 })).toBeUndefined();
});

test("a session ends after twelve hours, however busy", async ({ db }) => {
  await official(db);
  const { token } = await signedIn(db);
  for (let passed = 14; passed < 12 * 60; passed += 14) expect(await findOfficialBySession(db, token, minutes(passed))).toBeDefined();
  expect(await findOfficialBySession(db, token, minutes(12 * 60))).toBeUndefined();
});

test("signing out ends the session on the server", async ({ db }) => {
  await official(db);
  const { token } = await signedIn(db);
  await signOut(db, token, now);
  expect(await findOfficialBySession(db, token, now)).toBeUndefined();
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "official.signed_out"))).toHaveLength(1);
});

test("passwords tried at the same moment count like passwords tried in turn", async () => {
  const { db, client } = await cloneDatabase();
  await official(db);
  const tries = Array.from({ length: 15 }, () => signIn(db, { email: "thu.ha@coquan.vn", password: "không phải mật khẩu" }, "khach", now));
  const codes = (await Promise.all(tries)).map((answer) => (answer.ok ? "in" : answer.code));
  expect(codes.filter((code) => code === "sign_in.wrong")).toHaveLength(5);
  expect(codes.filter((code) => code === "sign_in.locked")).toHaveLength(10);
  await client.end();
});
