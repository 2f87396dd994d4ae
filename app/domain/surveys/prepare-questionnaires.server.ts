import { and, eq } from "drizzle-orm";
import { questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";

/** Stores the questionnaires the portal comes with. What is there already stays as it is. */
export async function prepareQuestionnaires(db: Db): Promise<void> {
  for (const shipped of shippedQuestionnaires) await storeQuestionnaire(db, shipped);
}

/**
 * Stores a version of a questionnaire given as JSON and gives its id; one that is stored already is left alone.
 * @throws ZodError where the JSON is no questionnaire
 */
export async function storeQuestionnaire(db: Db, given: unknown): Promise<string> {
  const content = Questionnaire.parse(given);
  return db.transaction(async (tx) => {
    await tx.insert(questionnaires).values({ code: content.code }).onConflictDoNothing();
    const [questionnaire] = await tx.select().from(questionnaires).where(eq(questionnaires.code, content.code));
    if (!questionnaire) throw new Error("The questionnaire was not stored");

    await tx
      .insert(questionnaireVersions)
      .values({ questionnaireId: questionnaire.id, version: content.version, content, indexVariant: content.indexVariant })
      .onConflictDoNothing();
    const [version] = await tx
      .select({ id: questionnaireVersions.id })
      .from(questionnaireVersions)
      .where(and(eq(questionnaireVersions.questionnaireId, questionnaire.id), eq(questionnaireVersions.version, content.version)));
    if (!version) throw new Error("The questionnaire's version was not stored");
    return version.id;
  });
}
