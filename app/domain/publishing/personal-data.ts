import { findAddresses } from "./find-addresses.ts";
import { findIntroducedNames, findUntitledNames } from "./find-names.ts";
import { findNumbers } from "./find-numbers.ts";
import { findPapers } from "./find-papers.ts";
import { readable } from "./readable-text.ts";
import type { PersonalDataKind } from "./vocabulary.ts";

export { personalDataKinds, type PersonalDataKind } from "./vocabulary.ts";

export type Finding = {
  readonly kind: PersonalDataKind;
  /** Offsets in the text as given, UTF-16 units, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** `sure` by its shape or the word before it; `likely` where a person must look: names, bare nine digits. */
  readonly confidence: "sure" | "likely";
};

/** What the caller knows to be public, though it looks like somebody's. */
export type KnownPublic = {
  /** The authority's own hotlines, mailboxes, accounts and addresses, however they are spaced and written. */
  readonly allowed?: readonly string[];
  /** A document an authority issued: who signs it, and leaders named with their post, are no findings. */
  readonly officialDocument?: boolean;
};

/**
 * The door of the detector: personal data in a Vietnamese text, in order and without overlaps. Diacritics, spacing,
 * look-alike digits, decomposed letters and invisible characters make no difference. The work grows with the length
 * of the text and no faster. What it finds and misses is measured in `personal-data-measured.test.ts`.
 */
export function findPersonalData(text: string, { allowed = [], officialDocument = false }: KnownPublic = {}): Finding[] {
  const source = readable(text);
  const introduced = findIntroducedNames(source, officialDocument);
  const spans = [
    ...findNumbers(source),
    ...findPapers(source),
    ...introduced,
    ...findAddresses(source, introduced),
    ...findUntitledNames(source, officialDocument),
  ];

  // The first to claim a place keeps it.
  const claimed = new Uint8Array(source.plain.length);
  const found: Finding[] = [];
  for (const { kind, confidence, from, to } of spans) {
    if (claimed.subarray(from, to).includes(1)) continue;
    claimed.fill(1, from, to);
    const start = source.starts[from] ?? 0;
    const end = source.ends[to - 1] ?? start;
    found.push({ kind, from: start, to: end, text: text.slice(start, end), confidence });
  }

  const isPublic = allowed.length > 0 ? knownAs(allowed) : () => false;
  return found.filter((finding) => !isPublic(finding)).sort((a, b) => a.from - b.from);
}

/** What stands in a public text in place of each kind. */
export const maskWords: Readonly<Record<PersonalDataKind, string>> = {
  cccd: "[số căn cước]",
  cmnd: "[số chứng minh nhân dân]",
  passport: "[số hộ chiếu]",
  phone: "[số điện thoại]",
  email: "[thư điện tử]",
  plate: "[biển số xe]",
  bank_account: "[số tài khoản]",
  tax_code: "[mã số thuế]",
  address: "[địa chỉ]",
  birth_date: "[ngày sinh]",
  name: "[họ tên]",
};

/** The text with every finding replaced by a word in brackets. Findings must come from the same text; overlaps are one. */
export function maskPersonalData(text: string, findings: readonly Finding[], words: Readonly<Record<PersonalDataKind, string>> = maskWords): string {
  let masked = "";
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.from - b.from)) {
    if (finding.from >= at) masked += text.slice(at, finding.from) + words[finding.kind];
    at = Math.max(at, finding.to);
  }
  return masked + text.slice(at);
}

/** Numbers and mailboxes are equal or not; an address is public when it is a part of a public one. */
function knownAs(allowed: readonly string[]): (finding: Finding) => boolean {
  const exact = new Set(allowed.map(canonical));
  const places = allowed.map(wordsOf);
  return ({ kind, text }) => exact.has(canonical(text)) || (kind === "address" && places.some((place) => place.includes(wordsOf(text))));
}

/** Numbers by their digits, +84 as 0; mailboxes in lower case. */
function canonical(text: string): string {
  const plain = readable(text).plain.toLowerCase();
  if (plain.includes("@")) return plain.replace(/\s/g, "");
  const digits = plain.replace(/\D/g, "");
  return digits ? digits.replace(/^(?:00)?84(?=\d{9,10}$)/, "0") : plain.trim();
}

const wordsOf = (text: string): string =>
  ` ${readable(text)
    .bare.replace(/[^a-z0-9/]{1,20}/g, " ")
    .trim()} `;
