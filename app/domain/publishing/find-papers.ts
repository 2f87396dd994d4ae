import type { ReadableText, Span } from "./readable-text.ts";

type PaperKind = "plate" | "passport" | "birth_date";

const plateWords = String.raw`(?<![a-z])(?:bien(?: (?:so|kiem soat|xanh|do|vang|trang|ngoai giao))?|bks|so xe|xe(?: may| o to| tai| khach| dap dien)?|o to|mo to)`;
/** After a word that means a vehicle four digits do, and any spacing: 79X2-3456, 60c 223 45, 79F-00.123. */
const plateAfterWord = new RegExp(
  String.raw`${plateWords}[^\d\n;?!]{0,25}?([1-9]\d[ -]?[a-z]{1,2}\d?[ .-]{0,3}(?:\d{3}[. ]?\d{2}|\d{2}[. ]?\d{2,3}|\d{4}))(?![a-z0-9])`,
  "g",
);
/** 79A-123.45, 51F 12345, 59-X1 234.56, 29AA-123.45, 79MĐ1-234.56, 80-NG-123-45. */
const plate = /(?<![a-z0-9./-])[1-9]\d[ -]?[a-z]{1,2}\d?[ .-]{0,3}(?:\d{3}\.\d{2}|\d{5})(?![a-z0-9/]|[.,-]\d)/g;
const diplomatic = /(?<![a-z0-9])\d{2}[ -]?(?:ng|nn|qt)[ -]?\d{3}[ .-]?\d{2}(?!\d)/g;
/** Of the army, red: two letters and four digits, only after a word that means a vehicle. */
const military = new RegExp(String.raw`${plateWords}[^\d\n;?!]{0,25}?(?<![a-z])([a-z]{2}[ -]?\d{2}[ .-]\d{2})(?![\d.-])`, "g");

const passport = /(?<![a-z])(?:ho chieu|pass ?port|so hc|pp no)[^\d\n;?!]{0,25}?(?<![a-z])([a-z]{1,2} ?\d(?: ?\d){5,7})(?![a-z\d])/g;
const barePassport = /(?<![A-Za-z\d./-])(?:[BCKN]\d{7}|P0\d{7})(?![A-Za-z\d/-])/g;
const thing = /(?:ma|seri|serial|so hieu|model|lo|hoa don|ky hieu|may)(?: so)?[ :.]{0,2}$/;

const year = String.raw`(?:19[2-9]\d|20[0-3]\d)(?!\d|[./-]\d)`;
const birthDay =
  String.raw`(?:\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|` +
  String.raw`\d{1,2} thang \d{1,2},? nam (?:19|20)\d{2}|(?:thang )?\d{1,2} ?[./-] ?(?:19|20)\d{2}(?!\d))`;
/** “sinh” also ends other words: phát sinh, vệ sinh, học sinh. */
const born = String.raw`(?<![a-z])(?<!(?<![a-z])(?:hoc|ve|phat|tai|moi|ky|nhan|thi|giao|hy|y|an|luong) )sinh`;
const births: readonly RegExp[] = [
  new RegExp(String.raw`(?<![a-z])(?:ngay(?:,? thang,? nam)? sinh|nam sinh|dob|date of birth)[^\d\n;?!.]{0,25}?(${birthDay}|${year})`, "g"),
  new RegExp(String.raw`${born}(?: vao)?(?: ngay| nam| thang)?[ :]{0,3}(?:la )?(${birthDay}|${year})`, "g"),
  // “…, đúng ra là 11-1-1980” after a wrong one.
  new RegExp(String.raw`(?<=sinh[^\n.;?!]{1,60})(?:dung (?:ra )?la|ghi|(?:sua|sua lai|dinh chinh) thanh)[ :]{1,2}(${birthDay})`, "g"),
  new RegExp(String.raw`(?<![a-z])sn[ :.]{0,2}(${year}|[4-9]\d(?!\d|[./-]\d))`, "g"),
];

/** Plates, passports, and days or years of birth. */
export function findPapers({ plain, bare, numbers }: ReadableText): Span<PaperKind>[] {
  return [
    ...births.flatMap((pattern) => lastGroups("birth_date", "likely", bare, pattern)),
    ...lastGroups("plate", "sure", numbers, plateAfterWord),
    ...lastGroups("plate", "sure", numbers, military).filter(({ from }) => /^\p{Lu}{2}/u.test(plain.slice(from, from + 2))),
    ...lastGroups("plate", "likely", numbers, diplomatic),
    ...lastGroups("plate", "likely", numbers, plate),
    ...lastGroups("passport", "sure", bare, passport),
    ...lastGroups("passport", "likely", plain, barePassport).filter(({ from }) => !thing.test(bare.slice(Math.max(0, from - 16), from))),
  ];
}

/** Spans of the first group, or of the whole match where there is none. */
function lastGroups<Kind extends PaperKind>(kind: Kind, confidence: Span<Kind>["confidence"], text: string, pattern: RegExp): Span<Kind>[] {
  return [...text.matchAll(pattern)].map((match) => {
    const to = match.index + match[0].length;
    return { kind, confidence, from: to - (match[1] ?? match[0]).length, to };
  });
}
