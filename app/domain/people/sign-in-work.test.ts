import { verify } from "@node-rs/argon2";
import { expect, test } from "#tests/support/test.ts";
import { vi } from "vitest";
import { registerOfficial, signIn } from "./index.server.ts";

// The library does its work; only its calls are watched.
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const now = new Date("2026-11-20T02:00:00Z");
/** Everything of a hash that decides how long checking it takes. */
const costOf = (hash: unknown) => String(hash).split("$").slice(0, 4).join("$");

test("an unknown e-mail costs the same password check as a known one, so that time tells nothing", async ({ db }) => {
  const grants = [{ role: "handler" as const, unitId: null }];
  await registerOfficial(db, "portal", { email: "thu.ha@coquan.vn", name: "Nguyễn Thu Hà (mẫu)", password: "mưa rơi trên bến cũ", grants }, now);
  const watched = vi.mocked(verify);
  const checksFor = async (email: string) => {
    watched.mockClear();
    expect(await signIn(db, { email, password: "không phải mật khẩu" }, "khach", now)).toMatchObject({ code: "sign_in.wrong" });
    return watched.mock.calls.map(([hash]) => costOf(hash));
  };
  const known = await checksFor("thu.ha@coquan.vn");
  expect(known).toHaveLength(1);
  expect(known[0]).toContain("m=19456,t=2,p=1");
  expect(await checksFor("khong.ai@coquan.vn")).toEqual(known);
});
