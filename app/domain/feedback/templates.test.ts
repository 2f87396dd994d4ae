import { makeOfficial } from "#db/seed/factories/officials.ts";
import { auditEvents } from "#db/schema/index.ts";
import { expect, test } from "#tests/support/test.ts";
import { fillTemplate, unknownFields } from "./template-fields.ts";
import { listTemplates, saveTemplate } from "./templates.server.ts";

const wish = {
  kind: "supplement",
  title: "Xin mã hồ sơ",
  body: "Về phản ánh {{ma}}: xin cho biết mã hồ sơ trước ngày {{ han }}.",
  active: true,
  revision: 0,
} as const;

test("a template is filled with what the case knows; what it does not know stays open to be seen", () => {
  expect(fillTemplate(wish.body, { ma: "PA-2026-1", han: "20/11/2026" })).toBe("Về phản ánh PA-2026-1: xin cho biết mã hồ sơ trước ngày 20/11/2026.");
  expect(fillTemplate("{{don_vi}} trả lời {{ma}}", { ma: "PA-1" })).toBe("{{don_vi}} trả lời PA-1");
  expect(fillTemplate("{{ma}}", { ma: "{{han}} $& $1" })).toBe("{{han}} $& $1");
});

test("a field nobody knows, or one left unclosed, is found", () => {
  expect(unknownFields(wish.body)).toEqual([]);
  expect(unknownFields("{{ho_ten}} và {{ma}} và {{}}")).toEqual(["ho_ten", ""]);
  expect(unknownFields("{{ma")).toEqual(["{{"]);
});

test("the coordinator and the administrator keep the templates, others only use them", async ({ db }) => {
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const handler = await makeOfficial(db, { roles: ["handler"] });
  expect(await saveTemplate(db, handler, wish)).toEqual({ ok: false, code: "template.not_yours" });
  expect(await saveTemplate(db, coordinator, { ...wish, body: "Chào {{ho_ten}}" })).toEqual({
    ok: false,
    code: "template.unknown_field",
    details: { field: "ho_ten" },
  });
  const saved = await saveTemplate(db, coordinator, wish);
  if (!saved.ok) throw new Error(saved.code);
  expect(await listTemplates(db)).toMatchObject([{ title: wish.title, revision: 1 }]);

  expect(await saveTemplate(db, admin, { ...wish, id: saved.value.id, active: false, revision: 1 })).toMatchObject({ ok: true });
  expect(await listTemplates(db)).toEqual([]);
  expect(await listTemplates(db, { all: true })).toMatchObject([{ active: false, revision: 2 }]);
  expect(await saveTemplate(db, coordinator, { ...wish, id: saved.value.id, revision: 1 })).toEqual({
    ok: false,
    code: "template.changed_meanwhile",
  });
  expect((await db.select().from(auditEvents)).map(({ act }) => act)).toEqual(["template.saved", "template.saved"]);
});
