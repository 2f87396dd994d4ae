import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, caseIdentities } from "#db/schema/index.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { findCaseForOfficial, maskedIdentity, revealIdentity } from "./index.server.ts";

const now = new Date("2026-11-12T03:00:00Z");
const reason = "Cần gọi điện để hẹn kiểm tra thực địa.";

test("officials see a masked sender; the whole one only for a reason, which stays in the trace", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_TIEP_NHAN" });
  const { coordinator } = made.people;
  expect(await maskedIdentity(db, testKeys, coordinator, made.code)).toMatchObject({ name: "Tr… T… M…", phone: "09xx xxx 111" });
  expect(await revealIdentity(db, testKeys, coordinator, made.code, " xem ", now)).toMatchObject({ ok: false, code: "case.reason_missing" });
  expect(await db.select().from(auditEvents).where(eq(auditEvents.act, "identity.revealed"))).toEqual([]);

  const revealed = await revealIdentity(db, testKeys, coordinator, made.code, reason, now);
  expect(revealed).toMatchObject({ ok: true, value: { name: "Trần Thị Mẫu", phone: "0900 000 111" } });
  const event = first(await db.select().from(auditEvents).where(eq(auditEvents.act, "identity.revealed")));
  expect(event).toMatchObject({ officialId: coordinator.id, subject: "identity", subjectId: made.id, data: { reason } });
  const seen = await findCaseForOfficial(db, coordinator, made.code, "2026-11-12");
  expect(seen?.history.at(-1)).toMatchObject({ act: "identity.revealed", data: { reason } });
});

test("a whole case page holds no identity", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", rating: { stars: 5 } });
  for (const by of Object.values(made.people)) {
    const page = JSON.stringify(await findCaseForOfficial(db, by, made.code, "2026-11-20"));
    for (const secret of ["Trần Thị Mẫu", "0900 000 111", "nguoi-gui", "đường Mẫu"]) expect(page).not.toContain(secret);
  }
});

test("handlers, leaders, auditors and administrators cannot reveal a sender, nor can another authority", async ({ db }) => {
  const unit = await makeUnit(db);
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit });
  const { handler, head, approver } = made.people;
  for (const by of [handler, head, approver, await makeOfficial(db, { roles: ["auditor"] }), await makeOfficial(db, { roles: ["admin"] })]) {
    expect(await revealIdentity(db, testKeys, by, made.code, reason, now)).toEqual({ ok: false, code: "case.not_yours" });
    expect((await findCaseForOfficial(db, by, made.code, "2026-11-12"))?.mayDo ?? []).not.toContain("reveal_identity");
  }
  const elsewhere = await makeOfficial(db, { roles: ["coordinator"], unit: await makeUnit(db) });
  expect(await revealIdentity(db, testKeys, elsewhere, made.code, reason, now)).toEqual({ ok: false, code: "case.not_found" });
  expect(await maskedIdentity(db, testKeys, elsewhere, made.code)).toBeUndefined();
});

test("an anonymous case has nobody to reveal", async ({ db }) => {
  const nobody = { name: undefined, phone: undefined, email: undefined, address: undefined };
  const made = await makeCase(db, testKeys, { kind: "gop_y", draft: { contact: nobody } });
  expect(await maskedIdentity(db, testKeys, made.people.intake, made.code)).toBeNull();
  expect(await revealIdentity(db, testKeys, made.people.intake, made.code, reason, now)).toEqual({ ok: false, code: "case.anonymous" });
});

test("a sealed identity opens with no other case", async ({ db }) => {
  const [one, other] = [await makeCase(db, testKeys), await makeCase(db, testKeys)];
  const stolen = first(await db.select().from(caseIdentities).where(eq(caseIdentities.caseId, one.id)));
  await db.update(caseIdentities).set({ sealed: stolen.sealed }).where(eq(caseIdentities.caseId, other.id));
  await expect(revealIdentity(db, testKeys, other.people.intake, other.code, reason, now)).rejects.toThrow();
});

test("two cases of one sender share a fingerprint that tells nothing without the key", async ({ db }) => {
  const contact = { email: "Cung.Nguoi@example.vn" };
  await makeCase(db, testKeys, { draft: { contact } });
  await makeCase(db, testKeys, { draft: { contact: { email: "cung.nguoi@EXAMPLE.vn" } } });
  const hashes = (await db.select().from(caseIdentities)).map((row) => row.contactHash);
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});
