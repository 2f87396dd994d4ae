import { SampleWish, usualWish } from "#app/domain/samples/schemas.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { type FieldErrors, fieldSentences } from "../../sentences.ts";

export type TypedWish = Record<keyof SampleWish, string>;

const usual = Object.fromEntries(Object.entries(usualWish).map(([name, value]) => [name, String(value)])) as TypedWish;

/** The plan's fields as they stand in an address or a form; what is not said is as usual. Numbers may have a comma. */
export function readWish(t: ReturnType<typeof i18nFor>["t"], said: (name: string) => string | null) {
  const typed = Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, (said(name) ?? value).trim().slice(0, 20)])) as TypedWish;
  const number = (name: keyof SampleWish) => (typed[name] === "" ? Number.NaN : Number(typed[name].replace(",", ".")));
  const parsed = SampleWish.safeParse({
    method: typed.method,
    allocation: typed.allocation,
    margin: number("margin"),
    share: number("share"),
    confidence: number("confidence"),
    responseRate: number("responseRate"),
    minimum: number("minimum"),
  });
  const errors: FieldErrors = parsed.success ? {} : fieldSentences(t, parsed.error);
  return { typed, errors, wish: parsed.success ? parsed.data : undefined };
}
