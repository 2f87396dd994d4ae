import {
  findCaseForOfficial,
  listHandlers,
  maskedIdentity,
  suggestUnits,
  type CaseForOffice,
  type MaskedIdentity,
} from "#app/domain/feedback/index.server.ts";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { mayIn, type Official } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

export type Suggestion = { id: string; name: string; reason: "procedure" | "similar_cases" | "field"; count: number; of: number; examples: string[] };

/** A case with everything its page asks for; undefined when it is not this official's to read. */
export type CaseView = {
  theCase: CaseForOffice;
  identity: MaskedIdentity | null;
  suggestions: Suggestion[];
  /** Units the official may give it to; ids. */
  units: { value: string; label: string }[];
  handlers: { value: string; label: string }[];
};

export async function readCase(
  { db, portal, official, lang, today, now }: Visit & { official: Official },
  code: string,
): Promise<CaseView | undefined> {
  const theCase = await findCaseForOfficial(db, official, code, today);
  if (!theCase) return undefined;
  const may = (act: OfficeAct) => theCase.mayDo.includes(act);
  const assigns = may("assign");
  const [identity, suggested, units, handlers] = await Promise.all([
    theCase.hasIdentity ? maskedIdentity(db, portal.keys, official, code) : null,
    assigns ? suggestUnits(db, theCase.id, now) : [],
    assigns ? listUnitsInForce(db, today, { internal: true }) : [],
    may("name_handler") ? listHandlers(db, official, code, today) : [],
  ]);
  const name = (unit: { nameVi: string; nameEn: string }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  return {
    theCase,
    identity: identity ?? null,
    suggestions: suggested.map(({ unit, reason, count, of, examples }) => ({ id: unit.id, name: name(unit), reason, count, of, examples })),
    units: units
      .filter(({ id }) => mayIn(official, "cases.transfer") || mayIn(official, "cases.assign", id))
      .map((unit) => ({ value: unit.id, label: name(unit) })),
    handlers: handlers.map(({ id, name: label }) => ({ value: id, label })),
  };
}
