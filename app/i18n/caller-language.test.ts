import { expect, test } from "vitest";
import { callerLanguage } from "./caller-language.ts";

const at = (search: string, header: string | null) => callerLanguage(new URL(`https://a.example/api/v1/units${search}`), header);

test("a caller who says nothing is answered in Vietnamese", () => {
  expect(at("", null)).toBe("vi");
  expect(at("", "*")).toBe("vi");
  expect(at("?lang=fr", "fr,de;q=0.5")).toBe("vi");
});

test("the best language that the portal speaks wins, whatever stands first", () => {
  expect(at("", "en-GB,en;q=0.9")).toBe("en");
  expect(at("", "fr;q=1, vi;q=0.3, en;q=0.7")).toBe("en");
  expect(at("", "en;q=0.2,vi-VN")).toBe("vi");
  expect(at("", "en;q=0")).toBe("vi");
  expect(at("", "en;q=abc")).toBe("vi");
});

test("the address wins over the header", () => {
  expect(at("?lang=en", "vi")).toBe("en");
  expect(at("?lang=vi&lang=en", "en")).toBe("vi");
});
