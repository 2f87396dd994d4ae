/** Crockford's base 32: no I, L, O or U, so that a code read over the telephone is heard once. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const casePrefix = "PA";
const caseRandomLength = 5;
const receiptRandomLength = 26;
const receiptCheckLength = 2;
const slipLength = 12;

/** Random bytes each code needs. */
export const caseCodeBytes = 4;
export const receiptKeyBytes = 16;
export const slipCodeBytes = 8;

/**
 * The public number of a case, `PA-2026-7K3QXM`: year, 25 random bits (so that one cannot be counted up to the next),
 * and a check character over the whole. Not a secret, and not unique by itself: on a clash draw again.
 */
export function newCaseCode(random: Uint8Array, year: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`${year} is not a year`);
  const body = `${casePrefix}${year}${encode(random, caseRandomLength)}`;
  return caseShape(body + check(body, 1));
}

/** What a sender keeps to see the case: 128 random bits and two check characters, in seven groups of four. */
export function newReceiptKey(bytes: Uint8Array): string {
  const body = encode(bytes, receiptRandomLength, receiptKeyBytes * 8);
  return grouped(body + check(body, receiptCheckLength));
}

/** The code of a desk slip: 60 random bits in three groups of four. It has no check character; it is looked up. */
export function newSlipCode(bytes: Uint8Array): string {
  return grouped(encode(bytes, slipLength));
}

/** A typed code as it was meant: upper case, no spaces, hyphens or dots, O as 0, I and L as 1. May still be wrong. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-\u00AD\u200B-\u200D\u2010-\u2015\u2212\uFEFF]+/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** The case code a person typed, as it is stored; undefined when it cannot be one, as after a slip of the finger. */
export function parseCaseCode(typed: string): string | undefined {
  const code = normaliseCode(typed);
  if (code.length !== casePrefix.length + 4 + caseRandomLength + 1) return undefined;
  if (!/^PA[2-9]\d{3}/.test(code) || !checks(code, 1)) return undefined;
  return caseShape(code);
}

/** The receipt key a person typed, as it was printed; undefined when it cannot be one. */
export function parseReceiptKey(typed: string): string | undefined {
  const code = normaliseCode(typed);
  if (code.length !== receiptRandomLength + receiptCheckLength || !checks(code, receiptCheckLength)) return undefined;
  return grouped(code);
}

/** The slip code a person typed, as it was printed; undefined when it cannot be one. */
export function parseSlipCode(typed: string): string | undefined {
  const code = normaliseCode(typed);
  if (code.length !== slipLength || !isBase32(code)) return undefined;
  return grouped(code);
}

/** The first bits of `bytes`, five to a character. Bits past `bits` are nought. */
function encode(bytes: Uint8Array, length: number, bits = length * 5): string {
  if (bytes.length * 8 < bits) throw new RangeError(`${Math.ceil(bits / 8)} random bytes are needed, not ${bytes.length}`);
  const bitAt = (at: number) => (at < bits ? ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1 : 0);
  return Array.from({ length }, (_, index) => {
    const start = index * 5;
    return alphabet[[0, 1, 2, 3, 4].reduce((value, offset) => value * 2 + bitAt(start + offset), 0)];
  }).join("");
}

/**
 * Reed–Solomon check characters over GF(32) (x⁵ + x² + 1). One finds every single wrong character and every swap of
 * two neighbours; two find any two wrong characters. Codes may have up to 31 characters.
 */
function check(body: string, length: 1 | 2): string {
  const remainder = divide(valuesOf(body).concat(Array<number>(length).fill(0)), length);
  return remainder.map((value) => alphabet[value]).join("");
}

function checks(code: string, length: 1 | 2): boolean {
  return isBase32(code) && divide(valuesOf(code), length).every((value) => value === 0);
}

/** Remainder of the code by (x + α) or (x + α)(x + α²): its roots weigh every position differently. */
function divide(values: readonly number[], length: 1 | 2): number[] {
  const generator = length === 1 ? [2] : [2 ^ 4, times(2, 4)];
  const register = [...values];
  for (let at = 0; at + length < register.length; at++) {
    const lead = register[at] ?? 0;
    for (const [offset, factor] of generator.entries()) {
      const position = at + 1 + offset;
      register[position] = (register[position] ?? 0) ^ times(lead, factor);
    }
  }
  return register.slice(-length);
}

function times(a: number, b: number): number {
  let product = 0;
  for (let left = b, shifted = a; left > 0; left >>= 1) {
    if (left & 1) product ^= shifted;
    shifted = shifted & 16 ? (shifted << 1) ^ 0b100101 : shifted << 1;
  }
  return product;
}

function valuesOf(code: string): number[] {
  return [...code].map((character) => alphabet.indexOf(character));
}

function isBase32(code: string): boolean {
  return [...code].every((character) => alphabet.includes(character));
}

function caseShape(code: string): string {
  return `${code.slice(0, 2)}-${code.slice(2, 6)}-${code.slice(6)}`;
}

function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
