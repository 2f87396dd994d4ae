/** Everything the public can read is a public copy of one of these. */
export const publicKinds = [
  "case",
  "news",
  "document",
  "faq",
  "procedure",
  "unit",
  "plan",
  "index",
  "channel",
  "round",
  "dialogue",
  "improvement",
  "score_sheet",
  "service_month",
  "remark",
] as const;
export type PublicKind = (typeof publicKinds)[number];

/**
 * What the detector knows: `cccd` twelve-digit citizen number, `cmnd` nine-digit identity card, passport, telephone,
 * e-mail, vehicle plate, bank account, tax code, home address, day or year of birth, and the name of a person.
 */
export const personalDataKinds = [
  "cccd",
  "cmnd",
  "passport",
  "phone",
  "email",
  "plate",
  "bank_account",
  "tax_code",
  "address",
  "birth_date",
  "name",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A rectangle to black out: page from 1, the rest in percent of the page from its upper left corner. */
export type Box = { page: number; x: number; y: number; width: number; height: number };

/** Personal data that stays in a document: its kind, its text, and why. */
export type KeptInDocument = { kind: string; text: string; reason: string };

/** Documents of an answer. */
export const documentMaxBytes = 10 * 1024 * 1024;
export const documentMaxPages = 30;
export const documentTitleMaxLength = 200;
