/** A text as the detector reads it. The three strings have one length; `starts` and `ends` lead back to the original. */
export type ReadableText = {
  /** Composed, full-width and other look-alike characters made plain, invisible ones gone. */
  readonly plain: string;
  /** The same without diacritics, in lower case. */
  readonly bare: string;
  /** `bare` with what looks like a number of a person and is none struck out: dates, decrees, codes, sums, hotlines. */
  readonly numbers: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Something found in the readable text: `from` inclusive, `to` exclusive. */
export type Span<Kind extends string> = {
  readonly kind: Kind;
  readonly confidence: "sure" | "likely";
  readonly from: number;
  readonly to: number;
};

const invisible = /^[\u00AD\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2800\u3164\uFEFF]/u;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63]/u;

export function readable(text: string): ReadableText {
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/\P{M}\p{M}{0,8}|\p{M}{1,8}/gsu)) {
    // Marks by themselves are the surplus of a letter that was heaped with them.
    if (invisible.test(match[0]) || /^\p{M}/u.test(match[0])) continue;
    const read = plainly(match[0]);
    plain += read;
    for (let unit = 0; unit < read.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }

  const bare = plain.replace(/[A-Z]|[^\t\n -~]/gu, bareLetter);
  return { plain, bare, numbers: withoutOtherNumbers(bare), starts, ends };
}

function plainly(character: string): string {
  if (character.length === 1 && character < "\u0080") return character === "\t" || character === "\r" ? " " : character;
  if (/^\d/.test(character)) return character.charAt(0);
  const read = character.normalize("NFKC").replace(dashes, "-");
  return /^\s$/u.test(read) && read !== "\n" ? " " : read;
}

/** One letter for one letter, so that offsets stay; what has no plain letter stays as it is. */
function bareLetter(letter: string): string {
  const base = letter
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐðÐ]/g, "d")
    .toLowerCase();
  return base.length === letter.length ? base : letter;
}

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])[ ]?[./-][ ]?(?:0?[1-9]|1[0-2])[ ]?[./-][ ]?(?:19|20)\d{2}`;
const unit = String.raw`(?:dong|vnd|d|trieu|ty|ti|nghin|ngan|usd|eur|m2|m3|ha|km|kg|tan|kwh|nguoi|phieu|ho so|dan|lao dong|luot)(?![a-z0-9])`;

const otherNumbers: readonly RegExp[] = [
  // Procedures of the national database, with or without the agency's tail: 1.009645, 2.000815.000.00.00.H61.
  /(?<![\d.])[1-3]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.h\d{2,3})?(?![\d])/g,
  // Dossiers: 000.00.16.H32-230101-0001, H15.50.05.13-261008-0975.
  /(?<![a-z\d])(?:[a-z]\d{2}(?:\.\d{1,3}){0,6}|\d{3}\.\d{2}\.\d{2}\.[a-z]\d{2,3})-\d{6}-\d{3,6}(?!\d)/g,
  // This portal's own cases: PA-2026-7K3QXM.
  /(?<![a-z\d])[a-z]{2}-20\d{2}-[0-9a-z]{6}(?![a-z\d])/g,
  // Documents: 20/2008/NĐ-CP, 91/2025/QH15, 130/QĐ-UBND; contracts: 123456789/HĐLĐ-2026.
  /(?<!\d)\d{1,9}(?:\/(?:19|20)\d{2})?\/[a-z]{2,8}\d{0,2}(?:-[a-z0-9&]{1,10}){0,5}/g,
  // Standards: TCVN 14423:2026, ISO 9001:2015.
  /(?<![a-z])(?:tcvn|qcvn|tcxdvn|iso|iec)[ /-]{0,2}\d{1,6}(?:[:./-]\d{1,6}){0,4}/g,
  new RegExp(String.raw`(?<!\d[./-]?)${day}(?:[ ]?-[ ]?${day})?(?![./-]?\d)`, "g"),
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  new RegExp(String.raw`(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){1,6}(?:[.,]\d{1,2})?(?=[ ]?${unit})`, "g"),
  new RegExp(String.raw`(?<![\d.,])[1-9]\d{0,17}(?:[.,]\d{1,3})?(?=[ ]?${unit})`, "g"),
  // Service numbers: 1900 1023, 1800 6132.
  /(?<!\d)1[89]00[ .-]?\d{2}[ .-]?\d{2}(?:\d{2})?(?!\d)/g,
];

/** Struck out with a character that is neither digit, letter nor space, so that offsets stay and nothing joins over it. */
function withoutOtherNumbers(bare: string): string {
  // A letter o inside a run of digits is meant as nought: O9O5…
  const digits = bare.replace(/(?<=\d[ .-]?)o(?=[ .-]?[\do])|(?<![a-z])o(?=\d)/g, "0");
  return otherNumbers.reduce((text, pattern) => text.replace(pattern, (found) => "\u25A0".repeat(found.length)), digits);
}
