import { expect, test } from "vitest";
import { otherLanguagePath } from "./language.ts";

test.for([
  ["/", "/en"],
  ["/en", "/"],
  ["/phan-anh", "/en/phan-anh"],
  ["/en/phan-anh", "/phan-anh"],
] as const)("%s is %s in the other language", ([here, there]) => {
  expect(otherLanguagePath(here).path).toBe(there);
});

test("the link to the other language never leads to another site, whatever the address", () => {
  for (const odd of ["/en//ke-xau.example", "/en///ke-xau.example/x", "//ke-xau.example"]) {
    expect(new URL(otherLanguagePath(odd).path, "http://here.invalid").origin).toBe("http://here.invalid");
  }
});
