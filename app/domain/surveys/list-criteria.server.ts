import { desc, eq } from "drizzle-orm";
import { questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Localised } from "../publishing/index.server.ts";
import { layoutOf } from "./questionnaire.ts";

export type Criterion = { questionnaire: string; title: Localised; code: string; text: Localised };

/** Criteria of the newest version of every questionnaire, in the form's order. Codes mean the same in all versions. */
export async function listCriteria(db: Db): Promise<Criterion[]> {
  const rows = await db
    .selectDistinctOn([questionnaires.code], { code: questionnaires.code, version: questionnaireVersions })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .orderBy(questionnaires.code, desc(questionnaireVersions.version));
  return rows.flatMap(({ code, version }) => {
    const { questionnaire, scale } = layoutOf(version);
    return scale.map((question) => ({ questionnaire: code, title: questionnaire.title, code: question.code, text: question.text }));
  });
}
