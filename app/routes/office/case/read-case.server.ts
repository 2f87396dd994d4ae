import {
  findCaseForOfficial,
  findPublication,
  listAnswerDocuments,
  listHandlers,
  listNameableOfficials,
  listPublishedVersions,
  maskedIdentity,
  suggestUnits,
  type CaseForOffice,
  type MaskedIdentity,
  type Publication,
  type PublishedVersion,
} from "#app/domain/feedback/index.server.ts";
import type { OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { mayIn, type Official } from "#app/domain/people/official.ts";
import { suggestByRules } from "#app/domain/routing/index.server.ts";
import { listSuccessors, listUnitsInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { fillTemplates } from "./fill-templates.server.ts";
import type { FilledTemplate } from "./template-choice.tsx";

export type Suggestion = { id: string; name: string; reason: "procedure" | "similar_cases" | "field"; count: number; of: number; examples: string[] };

/** A case with everything its page asks for; undefined when it is not this official's to read. */
export type CaseView = {
  theCase: CaseForOffice;
  identity: MaskedIdentity | null;
  suggestions: Suggestion[];
  /** The unit that the routing rules name, and the rule. */
  byRule: { id: string; name: string; rule: string } | null;
  /** Units the official may give it to; ids. */
  units: { value: string; label: string }[];
  handlers: { value: string; label: string }[];
  /** Officials it may complain of. */
  officials: { value: string; label: string }[];
  templates: FilledTemplate[];
  /** Its public side, once an answer was approved, and every version that was public. */
  publication: Publication | null;
  versions: PublishedVersion[];
  /** Documents of its answers; `opens`: this official may read the files. */
  documents: { id: string; title: string; round: number; forSender: boolean; opens: boolean }[];
  /** Units that follow the one that has ended. */
  successors: { value: string; label: string }[];
  /** Units that support it now. */
  supporting: { value: string; label: string }[];
};

export async function readCase(visit: Visit & { official: Official }, code: string): Promise<CaseView | undefined> {
  const { db, portal, official, lang, today, now } = visit;
  const theCase = await findCaseForOfficial(db, official, code, today);
  if (!theCase) return undefined;
  const may = (act: OfficeAct) => theCase.mayDo.includes(act);
  const assigns = may("assign") || may("add_support");
  const [identity, suggested, byRule, units, handlers, officials, successors] = await Promise.all([
    theCase.hasIdentity ? maskedIdentity(db, portal.keys, official, code) : null,
    may("assign") ? suggestUnits(db, theCase.id, now) : [],
    may("assign") ? suggestByRules(db, [theCase.id], now) : undefined,
    assigns ? listUnitsInForce(db, today, { internal: true }) : [],
    may("name_handler") ? listHandlers(db, official, code, today) : [],
    may("accept") || may("name_officials") ? listNameableOfficials(db) : [],
    may("move_to_successor") && theCase.unitId ? listSuccessors(db, theCase.unitId, today) : [],
  ]);
  const opens = mayIn(official, "cases.handle", theCase.unitId) || mayIn(official, "cases.publish", theCase.unitId);
  const rule = byRule?.get(theCase.id);
  const name = (unit: { nameVi: string; nameEn: string }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const ruled = rule && units.find(({ id }) => id === rule.unitId);
  return {
    theCase,
    identity: identity ?? null,
    byRule: ruled && rule ? { id: ruled.id, name: name(ruled), rule: rule.rule } : null,
    suggestions: suggested.map(({ unit, reason, count, of, examples }) => ({ id: unit.id, name: name(unit), reason, count, of, examples })),
    units: units
      .filter(({ id }) => mayIn(official, "cases.transfer") || mayIn(official, "cases.assign", id))
      .map((unit) => ({ value: unit.id, label: name(unit) })),
    handlers: handlers.map(({ id, name: label }) => ({ value: id, label })),
    officials: officials.map(({ id, name: label, position }) => ({ value: id, label: position ? `${label} (${position})` : label })),
    templates: await fillTemplates(visit, theCase),
    publication: (await findPublication(db, theCase, now)) ?? null,
    versions: await listPublishedVersions(db, theCase.code),
    documents: (await listAnswerDocuments(db, theCase.id)).map(({ id, title, round, forSender }) => ({ id, title, round, forSender, opens })),
    successors: successors.map((unit) => ({ value: unit.id, label: name(unit) })),
    supporting: theCase.assignments
      .filter((one) => one.role === "supporting" && one.endedAt === null)
      .map((one) => ({ value: one.unitId, label: one.to ? name(one.to) : one.unitId })),
  };
}
