import type { ReadableText } from "./readable-text.ts";

/** A finding in the readable text: `from` inclusive, `to` exclusive. */
export type Span<Kind extends string> = {
  readonly kind: Kind;
  readonly certainty: "sure" | "likely";
  readonly from: number;
  readonly to: number;
};

export type NumberKind = "cccd" | "cmnd" | "phone" | "email" | "plate" | "bank_account" | "tax_code";

/** `count` digits, each perhaps after one space, dot or hyphen. */
const digits = (count: string) => String.raw`\d(?:[ .-]?\d){${count}}(?!\d)`;

const providers = "gmail|yahoo|outlook|hotmail|icloud|live|zoho|proton(?:mail)?";
const emails: readonly RegExp[] = [
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![a-z0-9-])/g,
  new RegExp(
    String.raw`(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?(?:@|[(\[] ?(?:at|a|a cong) ?[)\]]|(?<= )a cong(?= )) ?` +
      String.raw`(?:${providers}) ?(?:\.|[(\[] ?(?:dot|cham) ?[)\]]|(?<= )(?:dot|cham)(?= )) ?[a-z]{2,3}(?![a-z])`,
    "g",
  ),
];

const taxCode = new RegExp(
  String.raw`(?<![a-z])(?:ma so thue|mst|ma so (?:doanh nghiep|ho kinh doanh|hkd)|msdn|dang ky (?:doanh nghiep|kinh doanh) so|tax (?:code|id))[^\d\n]{0,25}` +
    String.raw`(${digits("9")}(?:-\d{3}(?!\d))?|${digits("12")})`,
  "g",
);

const banks =
  "vietcombank|vcb|bidv|agribank|vietinbank|techcombank|sacombank|mb ?bank|tpbank|vpbank|acb|hdbank|shb|ocb|msb|vib|eximbank|seabank|lpbank|scb|namabank";
const bankAccount = new RegExp(
  String.raw`(?<![a-z])(?:so tai khoan|stk|so tk|tk ngan hang|tai khoan|bank account|account (?:no|number)|${banks})(?![a-z])` +
    String.raw`[^\d\n]{0,40}?(${digits("7,18")})`,
  "g",
);

const identity = new RegExp(
  String.raw`(?<![a-z])(?:cccd|can cuoc|dinh danh|cmnd|cmt(?:nd)?|chung minh(?: nhan dan| thu)?|giay to tuy than)[^\d\n]{0,30}?` +
    String.raw`(${digits("11")}|${digits("8")})`,
  "g",
);

/** Twelve digits that begin with one of the province codes 001–096 (Circular 59/2021/TT-BCA, art. 4 and its annex). */
const citizenNumber = /(?<!\d|\d[.-])0(?:0[1-9]|[1-8]\d|9[0-6])(?:[ .-]?\d){9}(?!\d|[.-]\d)/g;

const bareIdentityCard = /(?<![a-z\d_/=\u25A0-]|[\d\u25A0][.,])\d{9}(?![a-z\d_]|[.,/-]\d)/g;

/** 79A-123.45, 51F 12345, 59-X1 234.56, 29AA-123.45. Four digits only after a word that means a vehicle. */
const plate = /(?<![a-z0-9./-])[1-9]\d[ -]?[a-z]{1,2}\d?[ .-]{0,3}(?:\d{3}\.\d{2}|\d{5})(?![a-z0-9/]|[.,-]\d)/g;
const plateAfterWord =
  /(?<![a-z])(?:bien (?:so|kiem soat)|bks|xe(?: may| o to| tai| khach)?|o to|mo to)[^\d\n]{0,25}?([1-9]\d[ -]?[a-z]{1,2}\d?[ .-]{0,3}\d{2,3}[. ]?\d{1,2})(?![a-z0-9])/g;

/** Numbers that belong to a person. The first to claim a span keeps it: what a word announces goes before a shape. */
export function findNumbers({ numbers, bare }: ReadableText): Span<NumberKind>[] {
  return [
    ...emails.flatMap((pattern) => matches("email", "sure", bare, pattern)),
    ...matches("tax_code", "sure", numbers, taxCode),
    ...matches("bank_account", "sure", numbers, bankAccount),
    ...matches("cccd", "sure", numbers, identity).map((span) =>
      countDigits(numbers.slice(span.from, span.to)) === 9 ? { ...span, kind: "cmnd" as const } : span,
    ),
    ...matches("cccd", "sure", numbers, citizenNumber),
    ...findPhones(numbers),
    ...matches("plate", "sure", numbers, plateAfterWord),
    ...matches("plate", "likely", numbers, plate),
    ...matches("cmnd", "likely", numbers, bareIdentityCard),
  ];
}

/** Mobile and fixed numbers of today, those of before the changes of 2017 and 2018, with 0, 84, +84 or 0084. */
const phoneShape = /^0[2-9]\d{8}$|^02\d{9}$|^01[2689]\d{8}$/;

function findPhones(numbers: string): Span<"phone">[] {
  const found: Span<"phone">[] = [];
  for (const start of numbers.matchAll(/(?<![\d+])\(?(?:\+ ?84|84|0)/g)) {
    const bracket = start[0].startsWith("(") ? 1 : 0;
    const to = phoneEnd(numbers, start.index + bracket);
    if (!to || (found.at(-1)?.to ?? 0) > start.index) continue;
    // “(0251) 3892378” with its bracket, “(0905123456)” without.
    const from = numbers.slice(start.index, to).includes(")") ? start.index : start.index + bracket;
    found.push({ kind: "phone", certainty: "sure", from, to });
  }
  return found;
}

/** Where the longest telephone number that begins here ends; undefined when none does. */
function phoneEnd(numbers: string, from: number): number | undefined {
  let read = "";
  let groups = 1;
  let longest: number | undefined;
  for (let at = from, gap = 0; at < numbers.length && read.length < 15; at++) {
    const character = numbers.charAt(at);
    if (character >= "0" && character <= "9") {
      if (gap > 0 && read) groups++;
      gap = 0;
      read += character;
      const ended = !/\d/.test(numbers[at + 1] ?? "");
      // In ones or twos, a number stands alone: “01 02 03 04 05 06” is a list.
      const tidy = groups <= 4 || ((groups <= 6 || groups === read.length) && standsAlone(numbers, from, at + 1));
      if (ended && tidy && phoneShape.test(withoutCountry(read))) longest = at + 1;
    } else if (" .-()+".includes(character) && gap < 3) {
      gap++;
    } else break;
  }
  return longest;
}

function standsAlone(numbers: string, from: number, to: number): boolean {
  return !/\d[ .-]$/.test(numbers.slice(Math.max(0, from - 2), from)) && !/^[ .-]\d/.test(numbers.slice(to, to + 2));
}

function withoutCountry(read: string): string {
  return read.replace(/^(?:00)?840?(?=\d{9,10}$)/, "0");
}

/** Spans of the first group, or of the whole match where there is none. */
function matches<Kind extends NumberKind>(kind: Kind, certainty: Span<Kind>["certainty"], text: string, pattern: RegExp): Span<NumberKind>[] {
  return [...text.matchAll(pattern)].map((match) => {
    const part = match[1] ?? match[0];
    const to = match.index + match[0].length;
    return { kind, certainty, from: to - part.length, to };
  });
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}
