import { expect, test } from "vitest";
import { soundsUrgent } from "./urgent-words.ts";

test.each([
  "Kho hóa chất của nhà máy đang cháy, khói lan sang khu dân cư",
  "Dây điện đứt nằm giữa đường, đã có người bị thương",
  "day dien dut giua duong",
  "Sạt lở bờ kênh, có thể sập nhà",
  "There is a gas leak at the factory",
])("danger is heard, with or without diacritics: %s", (text) => {
  expect(soundsUrgent(text)).toBe(true);
});

test.each([
  "Hồ sơ đất đai quá hẹn 10 ngày chưa có kết quả",
  "Mặt hàng này bán chạy nên cần mở rộng kho",
  "Xin hỏi thủ tục cấp giấy phép phòng cháy chữa cháy",
  "Máy bơm vẫn đang chạy nhưng nước rút từ từ",
  "Đường vào khu công nghiệp có nhiều ổ gà",
  "",
])("an ordinary matter is not taken for danger: %s", (text) => {
  expect(soundsUrgent(text)).toBe(false);
});
