import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, isVietnamese, slugify } from "./text.ts";

test("typing without diacritics means the same", () => {
  expect(fold("Giấy phép xây dựng")).toBe("giay phep xay dung");
  expect(fold("ĐẤT   ĐAI\n")).toBe("dat dai");
  expect(fold("Nghĩa vụ, quyền lợi; Ưu đãi")).toBe("nghia vu, quyen loi; uu dai");
});

test("composed, decomposed and misused letters fold to the same", () => {
  expect(fold("Đường".normalize("NFD"))).toBe(fold("Đường".normalize("NFC")));
  expect(fold("Ðồng Nai")).toBe("dong nai");
});

test("folding twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("a slug is made of letters, figures and single hyphens", () => {
  expect(slugify("Đăng ký khai sinh")).toBe("dang-ky-khai-sinh");
  expect(slugify("  Cấp GPXD (công trình cấp III, IV) – 2026!  ")).toBe("cap-gpxd-cong-trinh-cap-iii-iv-2026");
  expect(slugify("!?")).toBe("");
});

test("a long slug is cut between words", () => {
  expect(slugify("Chứng thực bản sao từ bản chính", 20)).toBe("chung-thuc-ban-sao");
  expect(slugify("Chứng thực bản sao", 18)).toBe("chung-thuc-ban-sao");
  expect(slugify("a".repeat(100), 20)).toBe("a".repeat(20));
});

test("any text gives a slug that is safe in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(slugify(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slugify(text).length).toBeLessThanOrEqual(80);
    }),
  );
});

test.each([
  "Tôi nộp hồ sơ ngày 5/3 nhưng đến nay chưa nhận được kết quả.",
  "toi nop ho so xin giay phep xay dung da 20 ngay ma chua co ket qua",
  "Đường Nguyễn Huệ bị ngập",
  "Cho hỏi thủ tục đăng ký online trên website thế nào?",
  "De nghi sua den duong truoc cong khu cong nghiep",
  "XIN HỎI VỀ PHÍ CHỨNG THỰC",
  "Công ty TNHH ABC Logistics đề nghị gia hạn giấy phép",
  "Tôi nộp hồ sơ nhưng chưa nhận kết quả".normalize("NFD"),
])("“%s” is Vietnamese", (text) => {
  expect(isVietnamese(text)).toBe(true);
});

test.each([
  "I want to ask about the construction permit for our new factory.",
  "Please tell me how to register a birth in this ward.",
  "건축 허가에 대해 문의드립니다",
  "请问如何申请建筑许可证",
  "Bonjour, je voudrais déposer une réclamation concernant l’éclairage public.",
  "¿Cómo puedo presentar una solicitud de información pública?",
  "Não recebi resposta à minha reclamação até hoje.",
  "1.009645 - 2026",
  "",
])("“%s” is not Vietnamese", (text) => {
  expect(isVietnamese(text)).toBe(false);
});
