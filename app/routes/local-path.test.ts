import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test("a page of the portal is gone back to, with its filters", () => {
  expect(localPath("/can-bo/ho-so?danh-sach=to_assign&sau=x%2F1", "/can-bo")).toBe("/can-bo/ho-so?danh-sach=to_assign&sau=x%2F1");
});

test.each([
  "https://evil.example/",
  "//evil.example/can-bo",
  "/\\evil.example",
  "/can-bo\\..\\x",
  "/.//evil.example",
  "javascript:alert(1)",
  "/can-bo\nSet-Cookie: a=b",
  "can-bo",
  "",
  null,
  `/${"a".repeat(600)}`,
])("an address that could lead elsewhere is not followed: %s", (address) => {
  expect(localPath(address, "/can-bo")).toBe("/can-bo");
});

test("signing in never leads to signing in or out again", () => {
  expect(localPath("/dang-xuat", "/can-bo")).toBe("/can-bo");
  expect(localPath("/en/dang-nhap?tiep=/can-bo", "/can-bo")).toBe("/can-bo");
});
