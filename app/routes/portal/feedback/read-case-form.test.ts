import { expect, test } from "vitest";
import { checkCaseForm, readCaseForm } from "./read-case-form.server.ts";

const filled = { kind: "gop_y", subject: "Thêm ghế ngồi chờ", body: "Sảnh chờ thiếu ghế, người già phải đứng lâu." };

const posted = (fields: [string, string | File][]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request("http://localhost/phan-anh/gui", { method: "POST", body });
};

test("what was typed comes back whole, without what no database takes and without fields nobody asked for", async () => {
  const { texts, photos } = await readCaseForm(
    posted([
      ["subject", "Thêm\0 ghế"],
      ["subject", "thứ hai"],
      ["__proto__", "x"],
      ["state", "DA_CONG_KHAI"],
      ["photos", new File(["ảnh"], "a.jpg")],
      ["photos", new File([], "")],
    ]),
  );
  expect(texts).toEqual({ subject: "Thêm ghế" });
  expect(photos.map((photo) => photo.name)).toEqual(["a.jpg"]);
});

test("a body that is no form is answered with 400", async () => {
  const request = new Request("http://localhost/", { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } });
  await expect(readCaseForm(request)).rejects.toMatchObject({ init: { status: 400 } });
});

test("nobody is published against their wish, and consent is asked for on the last step only", () => {
  expect(checkCaseForm({ ...filled, publishWish: "no" }, { consentAsked: false })).toMatchObject({
    ok: true,
    draft: { publishWish: false, consent: true },
  });
  expect(checkCaseForm({ ...filled, publishWish: "on" }, { consentAsked: false })).toMatchObject({ ok: true, draft: { publishWish: true } });
  expect(checkCaseForm(filled, { consentAsked: true })).toMatchObject({ ok: false, result: { error: { consent: ["consent_required"] } } });
});

test("a phản ánh, kiến nghị without name, address and contact is told all three at once", () => {
  const checked = checkCaseForm({ ...filled, kind: "phan_anh_kien_nghi" }, { consentAsked: false });
  expect(checked).toMatchObject({
    ok: false,
    result: { error: { "contact.name": ["required"], "contact.address": ["required"], "contact.phone": ["contact_required"] } },
  });
});
