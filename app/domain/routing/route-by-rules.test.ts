import { expect, test } from "vitest";
import { changeRules, unitsTouched } from "./change-rules.ts";
import { type CaseFacts, routeByRules } from "./route-by-rules.ts";
import { RuleDraft } from "./schemas.ts";
import type { RoutingRule } from "./vocabulary.ts";

const nothing = { kinds: [], contents: [], procedures: [], fields: [], aboutUnits: [], places: [], words: [] };
const rule = (id: string, unit: string, when: Partial<RoutingRule["when"]>, active = true): RoutingRule => ({
  id,
  name: id,
  unit,
  active,
  when: { ...nothing, ...when },
});
const facts: CaseFacts = {
  kind: "phan_anh_hien_truong",
  content: null,
  procedure: null,
  field: "giao-thong-ha-tang",
  aboutUnits: ["phong-quan-ly-xay-dung", "ban-quan-ly"],
  place: "Đường số 5, KCN Suối Dầu",
  text: "Nước ngập sâu trước cổng nhà máy\nTối qua mưa to, xe tải không vào được.",
};
const everyUnit = () => true;
const firedOf = (rules: RoutingRule[], about: Partial<CaseFacts> = {}, possible: (unit: string) => boolean = everyUnit) =>
  routeByRules(rules, { ...facts, ...about }, possible).fired?.id;

test("the first rule from the top that holds is the one that counts", () => {
  const rules = [rule("a", "x", { fields: ["dat-dai"] }), rule("b", "y", { words: ["ngap"] }), rule("c", "z", { fields: ["giao-thong-ha-tang"] })];
  expect(firedOf(rules)).toBe("b");
  expect(firedOf(rules.toReversed())).toBe("c");
  expect(firedOf(rules, { text: "Đèn hỏng", field: "khac" })).toBeUndefined();
});

test("all conditions of a rule must hold, and one entry of each is enough", () => {
  const both = rule("both", "x", { kinds: ["gop_y", "phan_anh_hien_truong"], words: ["ngập nước", "nước ngập"] });
  expect(firedOf([both])).toBe("both");
  expect(firedOf([both], { kind: "hoi_dap" })).toBeUndefined();
  expect(firedOf([both], { text: "Ngập ở đây" })).toBeUndefined();
});

test("words and places are found with and without diacritics, and only as whole words", () => {
  for (const word of ["ngập sâu", "NGAP SAU", "ngap  sau"]) expect(firedOf([rule("w", "x", { words: [word] })])).toBe("w");
  expect(firedOf([rule("w", "x", { words: ["ga"] })])).toBeUndefined();
  expect(firedOf([rule("p", "x", { places: ["kcn suoi dau"] })])).toBe("p");
  expect(firedOf([rule("p", "x", { places: ["suoi"] })], { place: "" })).toBeUndefined();
  expect(firedOf([rule("w", "x", { words: ["truoc cong nha may toi qua"] })])).toBe("w");
});

test("a rule about a unit holds for the units below it", () => {
  expect(firedOf([rule("u", "x", { aboutUnits: ["ban-quan-ly"] })])).toBe("u");
  expect(firedOf([rule("u", "x", { aboutUnits: ["so-noi-vu"] })])).toBeUndefined();
});

test("a rule that is off, asks nothing, or names a unit that cannot take the case, is passed over", () => {
  const rules = [
    rule("off", "x", { words: ["ngập"] }, false),
    rule("empty", "x", {}),
    rule("closed", "het-hieu-luc", { words: ["ngập"] }),
    rule("next", "y", { words: ["ngập"] }),
  ];
  const { fired, trace } = routeByRules(rules, facts, (unit) => unit !== "het-hieu-luc");
  expect(fired?.id).toBe("next");
  expect(trace.map(({ outcome }) => outcome)).toEqual(["switched_off", "not_met", "unit_not_possible", "fires"]);
});

test("the trace says what met each condition, and what nothing met", () => {
  const { trace } = routeByRules(
    [rule("a", "x", { kinds: ["gop_y"], words: ["kẹt xe", "ngập"] }), rule("b", "y", { words: ["mưa to"] }), rule("c", "z", {})],
    facts,
    everyUnit,
  );
  expect(trace[0]?.conditions).toEqual([
    { condition: "kinds", metBy: undefined },
    { condition: "words", metBy: "ngập" },
  ]);
  expect(trace.map(({ outcome }) => outcome)).toEqual(["not_met", "fires", "not_reached"]);
});

test("rules are added last, moved, switched and removed; the list never changes in place", () => {
  const rules = [rule("a", "x", { words: ["a b"] }), rule("b", "y", { words: ["c d"] })];
  const before = JSON.stringify(rules);
  const draft = RuleDraft.parse({ name: "Ngập nước", unit: "z", when: { ...nothing, words: ["ngập"] } });
  const added = changeRules(rules, { change: "add", rule: draft });
  expect(added?.map(({ id }) => id)).toEqual(["a", "b", "ngap-nuoc"]);
  expect(changeRules(added ?? [], { change: "add", rule: draft })?.at(-1)?.id).toBe("ngap-nuoc-2");
  expect(changeRules(rules, { change: "up", id: "b" })?.map(({ id }) => id)).toEqual(["b", "a"]);
  expect(changeRules(rules, { change: "up", id: "a" })?.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(changeRules(rules, { change: "down", id: "b" })?.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(changeRules(rules, { change: "switch", id: "a" })?.[0]?.active).toBe(false);
  expect(changeRules(rules, { change: "remove", id: "a" })?.map(({ id }) => id)).toEqual(["b"]);
  expect(changeRules(rules, { change: "remove", id: "gone" })).toBeUndefined();
  expect(JSON.stringify(rules)).toBe(before);
});

test("a change touches the units that lose a rule, gain one, or come earlier or later", () => {
  const rules = [rule("a", "x", { words: ["a b"] }), rule("b", "y", { words: ["c d"] })];
  expect(unitsTouched(rules, [rule("a", "z", { words: ["a b"] }), rules[1] as RoutingRule]).toSorted()).toEqual(["x", "z"]);
  expect(unitsTouched(rules, [rules[1] as RoutingRule])).toEqual(["x"]);
  expect(unitsTouched(rules, rules.toReversed()).toSorted()).toEqual(["x", "y"]);
  expect(unitsTouched(rules, rules)).toEqual([]);
});

test("a rule must have a name, a unit, and ask something", () => {
  const problems = (given: unknown) => RuleDraft.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  expect(problems({ name: "Tên", unit: "x", when: nothing })).toEqual(["when condition_required"]);
  expect(problems({ name: " ", unit: "x", when: { ...nothing, words: ["ngập"] } })).toEqual(["name required"]);
  expect(problems({ name: "Tên", unit: "", when: { ...nothing, words: ["ngập"] } })).toEqual(["unit invalid"]);
  expect(problems({ name: "Tên", unit: "x", when: { ...nothing, words: ["…"] } })).toEqual(["when.words.0 too_short"]);
  expect(problems({ name: "Tên", unit: "x", when: { ...nothing, kinds: ["khieu_nai"] } })?.[0]).toContain("when.kinds.0");
});
