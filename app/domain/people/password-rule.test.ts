import { expect, test } from "vitest";
import { passwordProblem } from "./password-rule.ts";

const who = { email: "thu.ha@coquan.vn", name: "Nguyễn Thu Hà" };

test("a sentence of one's own is a good password, with or without diacritics", () => {
  expect(passwordProblem("mưa rơi trên bến cũ", who)).toBeUndefined();
  expect(passwordProblem("ca kho lang 3 nieu", who)).toBeUndefined();
});

test("fourteen characters is the least", () => {
  expect(passwordProblem("chim se di nan", who)).toBeUndefined();
  expect(passwordProblem("chim se di na", who)).toBe("password.too_short");
  expect(passwordProblem("x y z".repeat(60), who)).toBe("password.too_long");
});

test.each(["toi ten Nguyen Thu Ha nhe", "NGUYỄN-THU-HÀ-1990", "thu.ha@coquan.vn yeu doi", "thuha la toi day nha"])(
  "one's name or e-mail is no password: %s",
  (password) => {
    expect(passwordProblem(password, who)).toBe("password.about_you");
  },
);

test.each([
  "12345678901234",
  "aaaaaaaaaaaaaaa",
  "MatKhau123456!!",
  "Password-Password1",
  "qwertyuiopasdfghjkl",
  "Lang Nghe 2026 2026",
  "admin admin admin 1",
])("what others think of too is no password: %s", (password) => {
  expect(passwordProblem(password, who)).toBe("password.too_common");
});
