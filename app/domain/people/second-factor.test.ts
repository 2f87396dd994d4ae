import { eq } from "drizzle-orm";
import { officials, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { keysFrom } from "#app/platform/keys.server.ts";
import { confirmSecondFactor, confirmTotp, findOfficialBySession, registerOfficial, replaceTotp, signIn, startTotp } from "./index.server.ts";
import { totpCode } from "./totp.server.ts";

const keys = keysFrom(Buffer.alloc(32, 7));
const now = new Date("2026-11-20T02:00:10Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1000);
const password = "mưa rơi trên bến cũ";

async function enrolled(db: Db) {
  const made = await registerOfficial(
    db,
    "portal",
    { email: "ma@coquan.vn", name: "Trần Văn Mẫu", password, grants: [{ role: "intake", unitId: null }] },
    now,
  );
  if (!made.ok) throw new Error(made.code);
  const token = await enter(db, now);
  const started = await startTotp(db, keys, made.value.id);
  if (!started.ok) throw new Error(started.code);
  const secret = started.value.groups.join("");
  return { id: made.value.id, token, secret };
}

async function enter(db: Db, at: Date) {
  const signedIn = await signIn(db, { email: "ma@coquan.vn", password }, "khach", at);
  if (!signedIn.ok) throw new Error(signedIn.code);
  return signedIn.value.token;
}

async function confirmed(db: Db) {
  const { id, token, secret } = await enrolled(db);
  const result = await confirmTotp(db, keys, token, totpCode(secret, now), now);
  if (!result.ok) throw new Error(result.code);
  return { id, secret, token: result.value.token, first: token };
}

test("the secret lies sealed in the database, bound to its official", async ({ db }) => {
  const { id, secret } = await enrolled(db);
  const [row] = await db.select().from(officials).where(eq(officials.id, id));
  const sealed = row?.totpSecret;
  if (!sealed) throw new Error("no secret");
  expect(sealed.toString("latin1")).not.toContain(secret);
  expect(keys.unseal(sealed, `totp ${id}`)).toBe(secret);
  expect(() => keys.unseal(sealed, "totp another")).toThrow();
});

test("opening the set-up page twice shows the same code to scan", async ({ db }) => {
  const { id, secret } = await enrolled(db);
  const again = await startTotp(db, keys, id);
  expect(again).toMatchObject({ ok: true });
  if (again.ok) {
    expect(again.value.groups.join("")).toBe(secret);
    expect(decodeURIComponent(again.value.uri)).toContain("otpauth://totp/Lắng Nghe:ma@coquan.vn?");
  }
});

test("whoever has not set it up, or not entered the code, is not let in yet", async ({ db }) => {
  const { token, secret } = await enrolled(db);
  expect((await findOfficialBySession(db, token, now))?.secondFactor).toBe("to_set_up");
  const set = await confirmTotp(db, keys, token, totpCode(secret, now), now);
  expect(set.ok && (await findOfficialBySession(db, set.value.token, now))?.secondFactor).toBe("passed");
  const next = await enter(db, seconds(60));
  expect((await findOfficialBySession(db, next, seconds(60)))?.secondFactor).toBe("to_confirm");
});

test("setting it up renews the session and needs a right code", async ({ db }) => {
  const { token } = await enrolled(db);
  expect(await confirmTotp(db, keys, token, "000000", now)).toMatchObject({ code: "sign_in.wrong_code" });
  expect(await findOfficialBySession(db, token, now)).toMatchObject({ secondFactor: "to_set_up" });
});

test("after the code the session has another token and the old one is worth nothing", async ({ db }) => {
  const { secret } = await confirmed(db);
  const token = await enter(db, seconds(60));
  const passed = await confirmSecondFactor(db, keys, token, totpCode(secret, seconds(60)), seconds(60));
  if (!passed.ok) throw new Error(passed.code);
  expect(await findOfficialBySession(db, token, seconds(60))).toBeUndefined();
  expect((await findOfficialBySession(db, passed.value.token, seconds(60)))?.secondFactor).toBe("passed");
});

test("a code works once, in this session and in any other", async ({ db }) => {
  const { secret } = await confirmed(db);
  const [one, other] = [await enter(db, seconds(60)), await enter(db, seconds(60))];
  const code = totpCode(secret, seconds(60));
  expect(await confirmSecondFactor(db, keys, one, code, seconds(60))).toMatchObject({ ok: true });
  expect(await confirmSecondFactor(db, keys, other, code, seconds(61))).toEqual({ ok: false, code: "sign_in.used_code" });
});

test("the code that set it up does not sign in", async ({ db }) => {
  const { secret } = await confirmed(db);
  const token = await enter(db, seconds(5));
  expect(await confirmSecondFactor(db, keys, token, totpCode(secret, now), seconds(5))).toEqual({ ok: false, code: "sign_in.used_code" });
});

test.for([
  [-30, true],
  [30, true],
  [-90, false],
  [90, false],
] as const)("a phone whose clock is %i s off: %s", async ([off, ok], { db }) => {
  const { secret } = await confirmed(db);
  const token = await enter(db, seconds(300));
  const result = await confirmSecondFactor(db, keys, token, totpCode(secret, seconds(300 + off)), seconds(300));
  expect(result.ok).toBe(ok);
});

test("five wrong codes end the session and lock the account, even with the right password in between", async ({ db }) => {
  const { id } = await confirmed(db);
  let token = await enter(db, seconds(60));
  for (let tries = 0; tries < 3; tries++) {
    expect(await confirmSecondFactor(db, keys, token, "000000", seconds(60))).toMatchObject({ code: "sign_in.wrong_code" });
  }
  token = await enter(db, seconds(60));
  expect(await confirmSecondFactor(db, keys, token, "000000", seconds(60))).toMatchObject({ code: "sign_in.wrong_code" });
  expect(await confirmSecondFactor(db, keys, token, "000000", seconds(60))).toMatchObject({ code: "sign_in.again" });
  expect(await db.select().from(sessions).where(eq(sessions.officialId, id))).toHaveLength(0);
  expect(await signIn(db, { email: "ma@coquan.vn", password }, "khach", seconds(60))).toMatchObject({ code: "sign_in.locked" });
});

test("a new phone asks for the password, and for setting up again before anything else", async ({ db }) => {
  const { id, token } = await confirmed(db);
  expect(await replaceTotp(db, { id }, "không phải mật khẩu", now)).toMatchObject({ code: "password.wrong" });
  expect(await replaceTotp(db, { id }, password, now)).toMatchObject({ ok: true });
  expect((await findOfficialBySession(db, token, now))?.secondFactor).toBe("to_set_up");
});

test("wrong codes sent at the same moment count like wrong codes sent in turn", async () => {
  const { db, client } = await cloneDatabase();
  await confirmed(db);
  const tokens = [await enter(db, seconds(60)), await enter(db, seconds(60))];
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => confirmSecondFactor(db, keys, tokens[index % 2] ?? "", "000000", seconds(60))),
  );
  expect(answers.filter((answer) => !answer.ok && answer.code === "sign_in.wrong_code")).toHaveLength(4);
  expect(answers.every((answer) => !answer.ok)).toBe(true);
  await client.end();
});
