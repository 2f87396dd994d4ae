import { isPhone, isPhoneOfToday, withoutCountry } from "./number-shapes.ts";
import type { ReadableText, Span } from "./readable-text.ts";

/** After one of these, nine digits are a number whose nought a spreadsheet ate. */
const withoutNought =
  /(?<![a-z])(?:sdt|so dt|dt|dien thoai|zalo|viber|phone|tel|mobile|hotline|alo|goi)[^\d\n?!;]{0,12}([35789]\d(?:[ .-]?\d){7})(?![.-]?\d)/g;

/** “không chín không năm …”: nine or more digits in words, the first a nought. */
const inWords = /(?<![a-z])khong(?:[ ,.-]{1,2}(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)){8,10}(?![a-z])/g;

/** Telephone numbers: `sure` as dealt out today, `likely` with a prefix of old or with digits left out or spelt. */
export function findPhones({ numbers, bare }: ReadableText): Span<"phone">[] {
  const found: Span<"phone">[] = [];
  let end = 0;
  for (const start of numbers.matchAll(/(?<![\d+])\(?(?:\+ ?84|84|0)/g)) {
    if (start.index < end) continue;
    const bracket = start[0].startsWith("(") ? 1 : 0;
    const number = phoneAt(numbers, start.index + bracket);
    if (!number) continue;
    end = number.to;
    // “(0251) 3892378” with its bracket, “(0905123456)” without.
    const from = numbers.slice(start.index, end).includes(")") ? start.index : start.index + bracket;
    found.push({ kind: "phone", confidence: isPhoneOfToday(number.digits) ? "sure" : "likely", from, to: end });
  }
  for (const match of numbers.matchAll(withoutNought)) {
    const to = match.index + match[0].length;
    found.push({ kind: "phone", confidence: "likely", from: to - (match[1] ?? "").length, to });
  }
  for (const match of bare.matchAll(inWords)) {
    found.push({ kind: "phone", confidence: "likely", from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** The longest telephone number that begins here: where it ends, and its digits with 0 in front. */
function phoneAt(numbers: string, from: number): { to: number; digits: string } | undefined {
  let read = "";
  let groups = 1;
  let opening = 0;
  let longest: { to: number; digits: string } | undefined;
  for (let at = from, gap = 0; at < numbers.length && read.length < 15; at++) {
    const character = numbers.charAt(at);
    if (character >= "0" && character <= "9") {
      if (gap > 0 && read) {
        groups++;
        opening ||= read.length;
      }
      gap = 0;
      read += character;
      const ended = !/\d/.test(numbers[at + 1] ?? "");
      // In ones or twos, a number stands alone: “01 02 03 04 05 06” is a list.
      const tidy = groups <= 4 || ((groups <= 6 || groups === read.length || opening > 2) && standsAlone(numbers, from, at + 1));
      const digits = withoutCountry(read);
      if (ended && tidy && isPhone(digits)) longest = { to: at + 1, digits };
    } else if (" .-()+".includes(character) && gap < 3) {
      gap++;
    } else break;
  }
  return longest;
}

function standsAlone(numbers: string, from: number, to: number): boolean {
  return !/\d[ .-]$/.test(numbers.slice(Math.max(0, from - 2), from)) && !/^[ .-]\d/.test(numbers.slice(to, to + 2));
}
