/** What the sentence of a refusal is filled with: numbers and short texts, never personal data. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

export type Done<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Code extends string> = {
  readonly ok: false;
  readonly code: Code;
  readonly details?: RefusalDetails;
};

/** Yes and no are both answers. `Code` is the union of what may be refused; each code is the key of a sentence. */
export type Outcome<Value, Code extends string> = Done<Value> | Refused<Code>;

/** The act happened. */
export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value });

/** The portal says no. `code` is the key of a sentence in every language; `details` fill its placeholders. */
export const refuse = <const Code extends string>(code: Code, details?: RefusalDetails): Refused<Code> =>
  details ? { ok: false, code, details } : { ok: false, code };
