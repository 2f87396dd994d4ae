import { expect, test } from "vitest";
import { i18nFor } from "#app/i18n/i18n.ts";
import { fieldWord, kindWord, spareWords } from "./to-answered.ts";

const { t } = i18nFor("vi");

test("the days to spare are said in the count of the kind", () => {
  expect(spareWords(t, { kind: "hoi_dap", daysToSpare: 3, onTime: true })).toBe("trả lời sớm 3 ngày làm việc so với hạn");
  expect(spareWords(t, { kind: "phan_anh_hien_truong", daysToSpare: -2, onTime: false })).toBe("trả lời muộn 2 ngày so với hạn");
  expect(spareWords(t, { kind: "hoi_dap", daysToSpare: 0, onTime: true })).toBe("trả lời đúng ngày đến hạn");
});

test("answered on Sunday what was due on Friday is late, though no working day lies between", () => {
  expect(spareWords(t, { kind: "hoi_dap", daysToSpare: 0, onTime: false })).toBe("Trả lời quá hạn");
});

test("a word of an older list stands for itself", () => {
  expect(kindWord(t, "gop_y")).toBe("Góp ý");
  expect(fieldWord(t, "linh-vuc-cu")).toBe("linh-vuc-cu");
});
