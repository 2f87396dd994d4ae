/** Codes of the provinces of birth registration (Circular 59/2021/TT-BCA, annex), as two digits after the nought. */
const provinceCodes = new Set(
  (
    "01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 " +
    "60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96"
  ).split(" "),
);

/**
 * Twelve digits that can be a citizen number: nought and province, sex and century, year of birth, six of chance (Decree
 * 137/2015/NĐ-CP, art. 13). Whoever is alive was born in 1900–2099, and not after the thirties.
 */
export function isCitizenNumber(digits: string): boolean {
  if (!/^0\d{11}$/.test(digits) || !provinceCodes.has(digits.slice(1, 3))) return false;
  const century = Number(digits[3]);
  return century <= 1 || (century <= 3 && Number(digits.slice(4, 6)) < 40);
}

/** Ten digits whose last is the check digit of the nine before (weights of the tax authority, modulus 11). */
export function isTaxCode(digits: string): boolean {
  if (!/^\d{10}(?:\d{3})?$/.test(digits)) return false;
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}

/** Numbers as they are dealt out today: mobile after 2018, fixed by area code after 2017; digits with 0 in front. */
export function isPhoneOfToday(digits: string): boolean {
  return /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$|^02[48]\d{8}$|^02(?:0[3-9]|1[0-68-9]|2[0-25-9]|3[2-9]|5[1-9]|6[0-39]|7[0-7]|9[01346-79])\d{7}$/.test(
    digits,
  );
}

/** Any telephone number, those of before 2017 and 2018 too, with 0 in front. */
export function isPhone(digits: string): boolean {
  return /^0[2-9]\d{8}$|^02\d{9}$|^01[2689]\d{8}$/.test(digits);
}

/** Only the digits, the country's 84 as 0. */
export function withoutCountry(digits: string): string {
  return digits.replace(/^(?:00)?840?(?=\d{9,10}$)/, "0");
}

export const digitsOf = (text: string): string => text.replace(/\D/g, "");
