import type { ZodError } from "zod";
import type { Refused, RefusalDetails } from "#app/domain/outcome.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import type { errors } from "#app/i18n/locales/vi/errors.ts";
import type { refusals } from "#app/i18n/locales/vi/refusals.ts";

type Text = ReturnType<typeof i18nFor>["t"];

type CodesOf<Tree, Path extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : CodesOf<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** Every code that has a sentence. A refusal whose code is missing in the locale does not compile. */
export type RefusalCode = CodesOf<typeof refusals>;

/** The sentence of a refusal in the reader's language. */
export function refusalSentence(t: Text, refused: Refused<RefusalCode>): string {
  // The key is checked by the code's type; which details it is filled with, only the act knows.
  const fill = t as (key: string, details: RefusalDetails) => string;
  return fill(`refusals:${refused.code}`, refused.details ?? {});
}

export type FieldErrors = Partial<Record<string, string>>;

type FieldKey = keyof typeof errors.field;
const isFieldKey = (t: Text, message: string): message is FieldKey => t("errors:field", { returnObjects: true })[message as FieldKey] !== undefined;

/** The sentence for a key that a schema gave. Keys without a sentence of their own get the general one. */
export const fieldSentence = (t: Text, key: string): string => t(`errors:field.${isFieldKey(t, key) ? key : "not_right"}`);

/** The first error of each field in words. Keys without a sentence of their own get the general one. */
export function fieldSentences(t: Text, error: ZodError): FieldErrors {
  const sentences: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    sentences[field] ??= fieldSentence(t, issue.message);
  }
  return sentences;
}
