/** Plural forms each language has, by CLDR; Vietnamese, Korean and Chinese have one. */
type PluralForms = { vi: "other"; en: "one" | "other" };
export type LanguageCode = keyof PluralForms;

type Base<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/** A translation of `Source` with every key, and with the plural forms the language asks for. */
export type Complete<Source, Code extends LanguageCode> = {
  [Key in keyof Source as Key extends `${infer _}_other` ? never : Key]: Source[Key] extends string ? string : Complete<Source[Key], Code>;
} & {
  [Key in keyof Source as Base<Key> extends never ? never : `${Base<Key>}_${PluralForms[Code]}`]: string;
};
