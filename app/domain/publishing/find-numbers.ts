import { findPhones } from "./find-phones.ts";
import { digitsOf, isCitizenNumber, isPhoneOfToday, isTaxCode } from "./number-shapes.ts";
import type { ReadableText, Span } from "./readable-text.ts";

export type NumberKind = "cccd" | "cmnd" | "phone" | "email" | "bank_account" | "tax_code";

/** `count` and one digits, each perhaps after one space, dot or hyphen. */
const digits = (count: string) => String.raw`\d(?:[ .-]?\d){${count}}(?!\d)`;

/** Between a word and the number it announces. */
const gap = (most: number) => String.raw`[^\d\n?!;\u25A0]{0,${most}}?`;
/** When one of these stands in the gap, the number is that, not what was announced before. */
const otherWord =
  /(?<![a-z])(?:goi|sdt|so dt|dt|dien thoai|zalo|lien he|cccd|cmnd|can cuoc|mst|ma so thue|ma ho so|e-?mail|stk|so tai khoan)(?![a-z])/;

const local = String.raw`(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}`;
const at = String.raw`[(\[{<] ?(?:at|a|a cong|@) ?[)\]}>]`;
const dot = String.raw`(?:\.|[(\[{<] ?(?:dot|cham|\.) ?[)\]}>]|(?<= )(?:dot|cham)(?= ))`;
const providers = "gmail|yahoo|outlook|hotmail|icloud|live|zoho|proton(?:mail)?|ymail|mail";
const emails: readonly RegExp[] = [
  new RegExp(String.raw`${local}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![a-z0-9-])`, "g"),
  new RegExp(String.raw`${local} ?(?:@|${at}|(?<= )(?:a cong|at)(?= )) ?(?:${providers}) ?${dot} ?[a-z]{2,3}(?: ?${dot} ?vn)?(?![a-z])`, "g"),
  new RegExp(String.raw`${local} ?${at} ?[a-z0-9-]{1,40}(?: ?${dot} ?[a-z]{2,10}){1,3}(?![a-z])`, "g"),
];

const taxWords =
  "ma so thue|ma thue|mst|ma so (?:doanh nghiep|ho kinh doanh|hkd)|msdn|dang ky (?:doanh nghiep|kinh doanh) so|nop thue bang ma|tax (?:code|id)";
const taxCode = new RegExp(
  String.raw`(?<![a-z])(?:${taxWords})(${gap(25)}(?:1[03] (?:chu )?so${gap(25)})?)(\d(?:[ .]?\d){9}(?: ?- ?\d{3})?(?!\d)|${digits("11")})`,
  "g",
);
const bareTaxCode = /(?<![\d.-])\d{10}-\d{3}(?![\d-])/g;

const banks =
  "vietcombank|vcb|bidv|agribank|vietinbank|techcombank|tcb|sacombank|mb ?bank|tpbank|vpbank|acb|hdbank|shb|ocb|msb|vib|eximbank|seabank|lpbank|" +
  "scb|namabank|bacabank|pvcombank|kienlongbank|vietbank|abbank|shinhan(?: bank)?|woori(?: bank)?|hsbc|cake|timo|ngan hang [a-z]{2,12}";
const accountWords = `so tai khoan|stk|so tk|tk ngan hang|tk|tai khoan|bank account|account (?:no|number)|${banks}`;
const bankAccount = new RegExp(String.raw`(?<![a-z])(${accountWords})(?![a-z])(${gap(40)})(${digits("7,18")})`, "g");
const accountAtBank = new RegExp(String.raw`(?<![\d.-])${digits("7,18")}[ ,(-]{1,3}(?:tai |o |cua )?(?:ngan hang|nh|${banks})(?![a-z])`, "g");

const identityWords = "cccd|can cuoc|dinh danh|cmnd|cmt(?:nd)?|cmtnd|chung minh(?: nhan dan| thu)?|giay to tuy than";
const identity = new RegExp(String.raw`(?<![a-z])(?:${identityWords})(${gap(30)})(${digits("11")}|${digits("8")})`, "g");
const twelveDigits = /(?<!\d|\d[.-])0\d{2}(?:[ .-]?\d){9}(?!\d|[.-]\d)/g;
const nineDigits = /(?<![a-z\d_/=\u25A0-]|[\d\u25A0][.,])\d{9}(?![a-z\d_/]|[.,-]\d)/g;
/** Nine digits right after one of these number a thing. */
const thing =
  /(?:ma|hop dong|hoa don|bien lai|to khai|van don|seri|serial|don hang|lo hang|lo|du an|goi thau|phieu|ma so|ma vach)(?: so)?[ :.]{0,2}$/;

/** Numbers that belong to a person. The first to claim a span keeps it: what a word announces goes before a shape. */
export function findNumbers(source: ReadableText): Span<NumberKind>[] {
  const { numbers, bare } = source;
  return [
    ...emails.flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => spanAt("email", "sure", match.index, match[0].length))),
    ...announced(numbers, taxCode, (number) => ["tax_code", isTaxCode(number) || isCitizenNumber(number) ? "sure" : "likely"]),
    ...findAccounts(numbers),
    ...announced(numbers, identity, (number) => (number.length === 9 ? ["cmnd", "sure"] : ["cccd", isCitizenNumber(number) ? "sure" : "likely"])),
    ...shaped("cccd", "sure", numbers, twelveDigits, isCitizenNumber),
    ...shaped("tax_code", "likely", numbers, bareTaxCode, isTaxCode),
    ...findPhones(source),
    ...[...numbers.matchAll(nineDigits)]
      .filter((match) => !thing.test(numbers.slice(Math.max(0, match.index - 16), match.index)))
      .map((match) => spanAt("cmnd", "likely", match.index, 9)),
  ];
}

/** Accounts by the word before or the bank after; “tài khoản” alone may be that of a service, opened with a telephone. */
function findAccounts(numbers: string): Span<"bank_account">[] {
  const found: Span<"bank_account">[] = [];
  for (const match of numbers.matchAll(bankAccount)) {
    const [whole, word = "", between = "", number = ""] = match;
    const read = digitsOf(number);
    if (otherWord.test(between)) continue;
    if (word === "tai khoan" && (isPhoneOfToday(read) || isCitizenNumber(read))) continue;
    found.push(spanAt("bank_account", "sure", match.index + whole.length - number.length, number.length));
  }
  for (const match of numbers.matchAll(accountAtBank)) {
    const [number = ""] = /^[\d .-]{1,60}\d/.exec(match[0]) ?? [];
    if (!isPhoneOfToday(digitsOf(number))) found.push(spanAt("bank_account", "likely", match.index, number.length));
  }
  return found;
}

/** Numbers after a word: the last group of the pattern, unless the group before it, the gap, names something else. */
function announced(numbers: string, pattern: RegExp, judge: (digits: string) => [NumberKind, Span<string>["confidence"]]): Span<NumberKind>[] {
  return [...numbers.matchAll(pattern)].flatMap((match) => {
    const [whole, between = "", number = ""] = match;
    if (otherWord.test(between)) return [];
    const [kind, confidence] = judge(digitsOf(number));
    return [spanAt(kind, confidence, match.index + whole.length - number.length, number.length)];
  });
}

function shaped(
  kind: NumberKind,
  confidence: Span<string>["confidence"],
  numbers: string,
  pattern: RegExp,
  isOne: (digits: string) => boolean,
): Span<NumberKind>[] {
  return [...numbers.matchAll(pattern)]
    .filter((match) => isOne(digitsOf(match[0])))
    .map((match) => spanAt(kind, confidence, match.index, match[0].length));
}

const spanAt = <Kind extends NumberKind>(kind: Kind, confidence: Span<Kind>["confidence"], from: number, length: number): Span<Kind> => ({
  kind,
  confidence,
  from,
  to: from + length,
});
