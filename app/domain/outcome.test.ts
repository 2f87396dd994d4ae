import { expect, test } from "vitest";
import { done, refuse, type Outcome } from "./outcome.ts";

test("a refusal names its code, and carries details only when there are some", () => {
  expect(refuse("case.not_yours")).toStrictEqual({ ok: false, code: "case.not_yours" });
  expect(refuse("clock.beyond_ceiling", { latest: "2026-05-20" })).toStrictEqual({
    ok: false,
    code: "clock.beyond_ceiling",
    details: { latest: "2026-05-20" },
  });
});

test("an act that is done gives its value back", () => {
  expect(done({ id: 7 })).toStrictEqual({ ok: true, value: { id: 7 } });
});

test("the codes of an act become a union by themselves", () => {
  const half = (n: number) => (n % 2 === 0 ? done(n / 2) : refuse("number.odd", { n }));
  const answer: Outcome<number, "number.odd"> = half(3);
  expect(answer.ok ? answer.value : answer.code).toBe("number.odd");
});
