import fc from "fast-check";
import { expect, test } from "vitest";
import {
  caseCodeBytes,
  newCaseCode,
  newReceiptKey,
  newSlipCode,
  normaliseCode,
  parseCaseCode,
  parseReceiptKey,
  parseSlipCode,
  receiptKeyBytes,
  slipCodeBytes,
} from "./codes.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

test("codes look as they are printed", () => {
  expect(newCaseCode(Uint8Array.of(0, 0, 0, 0), 2026)).toMatch(/^PA-2026-00000[0-9A-HJKMNP-TV-Z]$/);
  expect(newReceiptKey(new Uint8Array(16).fill(255))).toMatch(/^ZZZZ(-ZZZZ){5}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(newSlipCode(Uint8Array.of(0, 68, 50, 20, 199, 66, 84, 176))).toBe("0123-4567-89AB");
});

test("every code comes back from what it was printed as, and from what people make of it", () => {
  fc.assert(
    fc.property(bytes(caseCodeBytes), bytes(receiptKeyBytes), bytes(slipCodeBytes), (forCase, forKey, forSlip) => {
      for (const [code, parse] of [
        [newCaseCode(forCase, 2026), parseCaseCode],
        [newReceiptKey(forKey), parseReceiptKey],
        [newSlipCode(forSlip), parseSlipCode],
      ] as const) {
        const sloppy = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(parse(code)).toBe(code);
        expect(parse(`  ${sloppy} `)).toBe(code);
        expect(parse(code.replaceAll("-", "–"))).toBe(code);
      }
    }),
  );
});

test("one wrong character of a case code is always found", () => {
  fc.assert(
    fc.property(bytes(caseCodeBytes), fc.nat(9), fc.constantFrom(...alphabet), (random, at, character) => {
      const typed = [...normaliseCode(newCaseCode(random, 2026))];
      fc.pre(typed[at + 2] !== character);
      typed[at + 2] = character;
      expect(parseCaseCode(typed.join(""))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("two neighbours swapped in a case code are always found, year included", () => {
  fc.assert(
    fc.property(bytes(caseCodeBytes), fc.nat(8), (random, at) => {
      const typed = [...normaliseCode(newCaseCode(random, 2026))];
      const [left = "", right = ""] = typed.slice(at + 2, at + 4);
      fc.pre(left !== right);
      typed.splice(at + 2, 2, right, left);
      expect(parseCaseCode(typed.join(""))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("any two wrong characters of a receipt key are found", () => {
  const place = fc.tuple(fc.nat(27), fc.constantFrom(...alphabet));
  fc.assert(
    fc.property(bytes(receiptKeyBytes), place, place, (random, [first, one], [second, other]) => {
      const right = normaliseCode(newReceiptKey(random));
      const typed = [...right];
      typed[first] = one;
      typed[second] = other;
      fc.pre(typed.join("") !== right);
      expect(parseReceiptKey(typed.join(""))).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test("every random bit of a key counts", () => {
  const keys = new Set<string>();
  for (let bit = 0; bit < 128; bit++) {
    const random = new Uint8Array(16);
    random[bit >> 3] = 1 << (bit & 7);
    keys.add(newReceiptKey(random));
  }
  expect(keys.size).toBe(128);

  const slips = new Set<string>();
  for (let bit = 0; bit < 60; bit++) {
    const random = new Uint8Array(8);
    random[bit >> 3] = 128 >> (bit & 7);
    slips.add(newSlipCode(random));
  }
  expect(slips.size).toBe(60);
});

test("letters that look like figures are read as figures", () => {
  expect(normaliseCode(" pa-2o26–oil l ")).toBe("PA20260111");
  expect(normaliseCode("ＰＡ２０２６")).toBe("PA2026");
});

test("what cannot be a code is not one", () => {
  for (const typed of ["", "PA", "PA-2026-7K3QXMM", "KN-2026-7K3QXM", "PA-1026-7K3QXM", "PA-2026-7K3QXU", "🙂".repeat(12)]) {
    expect(parseCaseCode(typed)).toBeUndefined();
    expect(parseReceiptKey(typed)).toBeUndefined();
  }
  expect(parseSlipCode("ABCD-EFGH-JKMU")).toBeUndefined();
  expect(parseSlipCode("ABCD-EFGH-JKM")).toBeUndefined();
});

test("too few random bytes, or a year that is none, are a mistake of the caller", () => {
  expect(() => newCaseCode(new Uint8Array(3), 2026)).toThrow(RangeError);
  expect(() => newReceiptKey(new Uint8Array(15))).toThrow(RangeError);
  expect(() => newSlipCode(new Uint8Array(7))).toThrow(RangeError);
  expect(() => newCaseCode(new Uint8Array(4), 26)).toThrow(RangeError);
});
