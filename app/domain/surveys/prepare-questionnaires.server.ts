import { isDeepStrictEqual } from "node:util";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { questionnaireDrafts, questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";

/**
 * Stores the questionnaires the portal comes with. What is there already stays as it is. Their codes are the whole portal's,
 * whoever used them before.
 */
export async function prepareQuestionnaires(db: Db): Promise<void> {
  for (const shipped of shippedQuestionnaires) {
    await storeQuestionnaire(db, shipped);
    await db
      .update(questionnaires)
      .set({ ownerId: null })
      .where(and(eq(questionnaires.code, Questionnaire.parse(shipped).code), isNotNull(questionnaires.ownerId)));
  }
}

/**
 * Stores a version of a questionnaire given as JSON and gives its id. One that is stored with the same words is left alone;
 * where other words have its number, it gets the next free one.
 * @throws ZodError where the JSON is no questionnaire
 */
export async function storeQuestionnaire(db: Db, given: unknown): Promise<string> {
  const content = Questionnaire.parse(given);
  return db.transaction(async (tx) => {
    await tx.insert(questionnaires).values({ code: content.code }).onConflictDoNothing();
    const there = (await lockVersions(tx, content.code)).find((one) => one.version >= content.version && hasSameWords(one.content, content));
    return there ? there.id : (await addVersion(tx, content)).id;
  });
}

/** Adds a version to a code that is there, under its number or, where a version or a draft has that, under the next free one. */
export async function addVersion(tx: Db, content: Questionnaire): Promise<{ id: string; version: number }> {
  const versions = await lockVersions(tx, content.code);
  const drafts = await tx
    .select({ version: questionnaireDrafts.version })
    .from(questionnaireDrafts)
    .where(eq(questionnaireDrafts.code, content.code));
  const isTaken = [...versions, ...drafts].some(({ version }) => version === content.version);
  const version = isTaken ? await nextVersion(tx, content.code) : content.version;
  const [questionnaire] = await tx.select({ id: questionnaires.id }).from(questionnaires).where(eq(questionnaires.code, content.code));
  if (!questionnaire) throw new Error(`There is no questionnaire ${content.code} to add a version to`);
  const [added] = await tx
    .insert(questionnaireVersions)
    .values({ questionnaireId: questionnaire.id, version, content: { ...content, version }, indexVariant: content.indexVariant })
    .returning({ id: questionnaireVersions.id });
  if (!added) throw new Error("The questionnaire's version was not stored");
  return { id: added.id, version };
}

/** After the highest number of a version or a draft. */
export async function nextVersion(tx: Db, code: string): Promise<number> {
  const [stored] = await tx
    .select({ highest: sql<number>`coalesce(max(${questionnaireVersions.version}), 0)`.mapWith(Number) })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(eq(questionnaires.code, code));
  const [drafted] = await tx
    .select({ highest: sql<number>`coalesce(max(${questionnaireDrafts.version}), 0)`.mapWith(Number) })
    .from(questionnaireDrafts)
    .where(eq(questionnaireDrafts.code, code));
  return Math.max(stored?.highest ?? 0, drafted?.highest ?? 0) + 1;
}

/** Every version of a code, while nobody else numbers another one. */
async function lockVersions(tx: Db, code: string) {
  const [questionnaire] = await tx.select({ id: questionnaires.id }).from(questionnaires).where(eq(questionnaires.code, code)).for("update");
  if (!questionnaire) return [];
  const { id, version, content } = questionnaireVersions;
  return tx.select({ id, version, content }).from(questionnaireVersions).where(eq(questionnaireVersions.questionnaireId, questionnaire.id));
}

/** The same but for the number, as the format is read today. */
function hasSameWords(stored: unknown, content: Questionnaire): boolean {
  const read = Questionnaire.safeParse(stored);
  // As JSON, where what is not set is not there.
  const words = (one: Questionnaire): unknown => JSON.parse(JSON.stringify({ ...one, version: 0 }));
  return read.success && isDeepStrictEqual(words(read.data), words(content));
}
