import { RuleDraft } from "#app/domain/routing/schemas.ts";
import { routingConditions, type RoutingCondition } from "#app/domain/routing/vocabulary.ts";

/** What stands in the fields: as typed, whether right or not. */
export type TypedRule = { name: string; unit: string; when: Record<RoutingCondition, string[]> };

export const emptyRule: TypedRule = {
  name: "",
  unit: "",
  when: { kinds: [], contents: [], procedures: [], fields: [], aboutUnits: [], places: [], words: [] },
};

/** Reads a rule off its form: check boxes give one entry each, text areas one a line. */
export function readRule(form: FormData): { typed: TypedRule; read: ReturnType<typeof RuleDraft.safeParse> } {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const first = (name: string) => (texts(name)[0] ?? "").replaceAll("\0", "");
  const entries = (condition: RoutingCondition): string[] => {
    const given = condition === "places" || condition === "words" ? first(condition).split(/\r?\n/) : texts(condition);
    return [...new Set(given.map((entry) => entry.replaceAll("\0", "").trim()))].filter((entry) => entry !== "");
  };
  const when = { ...emptyRule.when };
  for (const condition of routingConditions) when[condition] = entries(condition);
  const typed = { name: first("name"), unit: first("unit"), when };
  return { typed, read: RuleDraft.safeParse(typed) };
}
