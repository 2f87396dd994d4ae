import { findNames } from "./find-names.ts";
import { findNumbers } from "./find-numbers.ts";
import { readable } from "./readable-text.ts";

/**
 * What the detector knows: `cccd` twelve-digit citizen number, `cmnd` nine-digit identity card, telephone, e-mail,
 * vehicle plate, bank account, tax code, and the name of a person after a title or “tôi là”.
 */
export const personalDataKinds = ["cccd", "cmnd", "phone", "email", "plate", "bank_account", "tax_code", "name"] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

export type Finding = {
  readonly kind: PersonalDataKind;
  /** `sure` by its shape or the word before it; `likely` where an official must look: names, bare nine digits. */
  readonly certainty: "sure" | "likely";
  /** Offsets in the text as given, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/**
 * Personal data in a Vietnamese text, in order and without overlaps. Written to be evaded with effort only: diacritics,
 * spacing, look-alike digits and invisible characters make no difference. `allowed` are public numbers and addresses
 * (hotlines, the authority's mailbox and account) that are never findings, however they are spaced.
 */
export function findPersonalData(text: string, allowed: readonly string[] = []): Finding[] {
  const source = readable(text);
  const free = new Set(allowed.map(canonical));

  const taken: Finding[] = [];
  for (const span of [...findNumbers(source), ...findNames(source)]) {
    const start = source.starts[span.from] ?? 0;
    const end = source.ends[span.to - 1] ?? start;
    if (taken.some((other) => other.start < end && start < other.end)) continue;
    taken.push({ kind: span.kind, certainty: span.certainty, start, end, text: text.slice(start, end) });
  }
  return taken.filter((finding) => !free.has(canonical(finding.text))).sort((a, b) => a.start - b.start);
}

/** What stands in a public text in place of each kind. */
export const maskWords: Readonly<Record<PersonalDataKind, string>> = {
  cccd: "[số căn cước]",
  cmnd: "[số chứng minh nhân dân]",
  phone: "[số điện thoại]",
  email: "[thư điện tử]",
  plate: "[biển số xe]",
  bank_account: "[số tài khoản]",
  tax_code: "[mã số thuế]",
  name: "[họ tên]",
};

/** The text with every finding replaced by a word in brackets. Findings must come from the same text; overlaps are one. */
export function maskPersonalData(text: string, findings: readonly Finding[], words: Readonly<Record<PersonalDataKind, string>> = maskWords): string {
  let masked = "";
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start >= at) masked += text.slice(at, finding.start) + words[finding.kind];
    at = Math.max(at, finding.end);
  }
  return masked + text.slice(at);
}

/** Numbers by their digits, +84 as 0; addresses in lower case. */
function canonical(text: string): string {
  const plain = readable(text).plain.toLowerCase();
  if (plain.includes("@")) return plain.replace(/\s/g, "");
  const digits = plain.replace(/\D/g, "");
  return digits ? digits.replace(/^(?:00)?84(?=\d{9,10}$)/, "0") : plain.trim();
}
