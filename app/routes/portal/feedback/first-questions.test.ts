import { expect, test } from "vitest";
import { asksFirst, leadsTo } from "./first-questions.ts";

test("a yes leads to the right door, a no or no answer to the form", () => {
  expect(leadsTo("gop_y", {})).toBe("gop_y");
  expect(leadsTo("phan_anh_kien_nghi", { "ve-toi": "khong", "vi-pham": "khong", "nguy-hiem": "co" })).toBe("phan_anh_kien_nghi");
  expect(leadsTo("phan_anh_kien_nghi", { "ve-toi": "co" })).toBe("khieu-nai");
  expect(leadsTo("phan_anh_hien_truong", { "ve-toi": "co", "vi-pham": "co" })).toBe("to-cao");
  expect(leadsTo("gop_y", { "vi-pham": "<script>" })).toBe("gop_y");
});

test("who asks a question is not asked first", () => {
  expect(asksFirst("hoi_dap")).toBe(false);
  expect(asksFirst("phan_anh_kien_nghi")).toBe(true);
});
