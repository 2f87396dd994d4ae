import type { Choice, ChoiceGroup } from "#app/components/form/select.tsx";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** Our units in force, by authority, for a select. Values are slugs. */
export async function listUnitChoices(db: Visit["db"], lang: Language): Promise<(Choice | ChoiceGroup)[]> {
  const groups = new Map<string, Choice[]>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPublic<"unit">>> = await listPublic(db, "unit", {}, { after, limit: 100 });
    for (const { slug, content } of page.items) {
      if (content.external || !content.inForce) continue;
      const authority = inLanguage(lang, (content.authority ?? content).name);
      groups.set(authority, [...(groups.get(authority) ?? []), { value: slug, label: inLanguage(lang, content.name) }]);
    }
    after = page.next;
  } while (after);

  const byName = (a: string, b: string) => a.localeCompare(b, lang);
  return [...groups]
    .sort(([a], [b]) => byName(a, b))
    .map(([label, choices]) => ({ label, choices: choices.sort((a, b) => byName(a.label, b.label)) }));
}
