import { fold } from "../text.ts";

/** Words of danger to life or limb, without diacritics. Short ones only beside another word, so that “cháy hàng” is none. */
const danger = [
  "cap cuu",
  "nguy hiem tinh mang",
  "de doa tinh mang",
  "chay nha",
  "chay no",
  "no binh gas",
  "ro ri gas",
  "ro ri hoa chat",
  "ro ri khi",
  "sap cau",
  "sap nha",
  "sap ham",
  "sat lo",
  "duoi nuoc",
  "nguoi bi thuong",
  "bi ngat",
  "ngo doc",
  "tai nan nghiem trong",
  "dien giat",
  "day dien dut",
  "dut day dien",
  "bat coc",
  "hanh hung",
  "dang bi danh",
  "xam hai tre em",
  "tu sat",
  "khan cap",
  "emergency",
  "on fire",
  "gas leak",
  "injured people",
];

/** Words that mean danger only with their diacritics: “dang chay” may be “đang chạy”, running. */
const dangerInFull = ["đang cháy", "bị cháy", "cháy lớn"];

const spoken = new RegExp(`(?<![a-z0-9])(?:${danger.join("|")})(?![a-z0-9])`);

const inFull = new RegExp(`(?<!\\p{L})(?:${dangerInFull.join("|")})(?!\\p{L})`, "u");

/**
 * True when a text speaks of danger that cannot wait for a form to be read. Said to the sender as a hotline to call, and
 * to the office as priority; it never stops a text from being sent.
 */
export const soundsUrgent = (text: string): boolean => spoken.test(fold(text)) || inFull.test(text.normalize("NFC").toLowerCase());
