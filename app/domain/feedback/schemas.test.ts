import { expect, test } from "vitest";
import { maskIdentity } from "./mask-identity.ts";
import { CaseDraft, cleanText, Rating } from "./schemas.ts";

const whole = { subject: "Xin hướng dẫn", body: "Xin hướng dẫn cách nộp hồ sơ qua mạng.", consent: true };
const wrongOf = (typed: unknown) => {
  const read = CaseDraft.safeParse(typed);
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).sort();
};

test("each kind asks for what its law asks for", () => {
  expect(wrongOf({ ...whole, kind: "gop_y" })).toEqual([]);
  expect(wrongOf({ ...whole, kind: "hoi_dap" })).toEqual(["contact.phone contact_required"]);
  expect(wrongOf({ ...whole, kind: "hoi_dap", contact: { email: "a@example.vn" } })).toEqual([]);
  expect(wrongOf({ ...whole, kind: "phan_anh_kien_nghi" })).toEqual([
    "contact.address required",
    "contact.name required",
    "contact.phone contact_required",
  ]);
  expect(wrongOf({ ...whole, kind: "phan_anh_hien_truong" })).toEqual(["place required"]);
});

test("a form tells everything that is wrong in one go", () => {
  expect(
    wrongOf({
      kind: "phan_anh_kien_nghi",
      subject: "",
      body: "ngắn",
      content: "9",
      happenedOn: "2026-02-30",
      contact: { email: "a@", phone: "abc" },
    }),
  ).toEqual([
    "body too_short",
    "consent consent_required",
    "contact.address required",
    "contact.email not_an_email",
    "contact.name required",
    "contact.phone not_a_phone",
    "content not_in_list",
    "happenedOn not_a_date",
    "subject required",
  ]);
});

test("only a phản ánh, kiến nghị has one of the eight contents", () => {
  expect(wrongOf({ ...whole, kind: "gop_y", content: 1 })).toEqual(["content content_not_for_kind"]);
});

test("too long is too long, whatever it is made of", () => {
  expect(wrongOf({ ...whole, kind: "gop_y", subject: "ệ".repeat(201), body: "a".repeat(5001) })).toEqual(["body too_long", "subject too_long"]);
});

test("what no one can type or see is taken out, and letters are composed", () => {
  expect(cleanText("a\u0000b\u202Ec\r\nd\u200B ")).toBe("abc\nd");
  expect(cleanText("Ti\u0065\u0302\u0301ng")).toBe("Tiếng");
  const read = CaseDraft.parse({ ...whole, kind: "gop_y", subject: "Một\u0000  tiêu\n đề" });
  expect(read.subject).toBe("Một tiêu đề");
});

test("empty fields of a form are no values", () => {
  const read = CaseDraft.parse({ ...whole, kind: "gop_y", place: "", contact: { name: "", email: "" } });
  expect([read.place, read.contact.name, read.contact.email]).toEqual([undefined, undefined, undefined]);
});

test("a rating is one to five, not nothing, nought or six", () => {
  for (const stars of ["", "0", "6", "2.5", undefined, "một"]) expect(Rating.safeParse({ stars }).success).toBe(false);
  expect(Rating.parse({ stars: "5" })).toMatchObject({ stars: 5 });
});

test("a masked sender can be told from another, and not be known", () => {
  const masked = maskIdentity({ name: "Nguyễn Văn An", phone: "+84 900 000 123", email: "an.nguyen@example.vn", address: "Số 1" });
  expect(masked).toEqual({ name: "Ng… V… A…", phone: "09xx xxx 123", email: "a…@…", organisation: false, address: true });
  expect(maskIdentity({ name: "Trần Văn Điều (mẫu)" }).name).toBe("Tr… V… Đ…");
});
