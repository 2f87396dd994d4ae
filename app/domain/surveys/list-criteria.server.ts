import { asc, desc, eq } from "drizzle-orm";
import { questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Localised } from "../publishing/index.server.ts";
import { layoutOf } from "./questionnaire.ts";

export type Criterion = { questionnaire: string; title: Localised; code: string; text: Localised };

/**
 * Criteria of every questionnaire, in the form's order: those of its newest version, then those that only rounds of an older one
 * asked. Codes mean the same in all versions; the newest wording counts.
 */
export async function listCriteria(db: Db): Promise<Criterion[]> {
  const rows = await db
    .select({ code: questionnaires.code, version: questionnaireVersions })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .orderBy(asc(questionnaires.code), desc(questionnaireVersions.version));
  const asked = rows.filter(({ code, version }, index) => version.usedAt !== null || rows.findIndex((one) => one.code === code) === index);
  const criteria = asked.flatMap(({ code, version }) => {
    const { questionnaire, scale } = layoutOf(version);
    return scale.map((question) => ({ questionnaire: code, title: questionnaire.title, code: question.code, text: question.text }));
  });
  const known = new Set<string>();
  return criteria.filter(({ questionnaire, code }) => {
    const isNew = !known.has(`${questionnaire} ${code}`);
    known.add(`${questionnaire} ${code}`);
    return isNew;
  });
}
