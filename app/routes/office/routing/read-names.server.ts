import type { Language } from "#app/domain/content/vocabulary.ts";
import { listProceduresInForce } from "#app/domain/procedures/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

type Named = { slug: string; nameVi: string; nameEn: string | null };

/** What units and procedures are called today, by slug. */
export async function readNames({ db, lang, today }: Pick<Visit, "db" | "lang" | "today">) {
  const [units, procedures] = await Promise.all([listUnitsInForce(db, today, { internal: true }), listProceduresInForce(db, today)]);
  return { units: named(lang, units), procedures: named(lang, procedures) };
}

const named = (lang: Language, list: readonly Named[]): Map<string, string> =>
  new Map(list.map(({ slug, nameVi, nameEn }) => [slug, inLanguage(lang, { vi: nameVi, en: nameEn ?? nameVi })]));

/** Names as the choices of a field. */
export const toChoices = (names: ReadonlyMap<string, string>): { value: string; label: string }[] =>
  [...names].map(([value, label]) => ({ value, label }));
