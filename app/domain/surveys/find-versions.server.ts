import { and, asc, count, desc, eq } from "drizzle-orm";
import { questionnaireDrafts, questionnaires, questionnaireVersions, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Questionnaire, QuestionnaireDraft } from "./questionnaire-schema.ts";

/** A version or a draft. A version has no revision: it is never changed. */
export type FoundVersion = {
  content: Questionnaire;
  isDraft: boolean;
  revision: number;
  usedAt: Date | null;
  changedAt: Date;
  /** The unit whose it is; null: the whole portal's. */
  ownerId: string | null;
};

/** One version or draft by code and number; undefined where there is none. */
export async function findVersion(db: Db, { code, version }: { code: string; version: number }): Promise<FoundVersion | undefined> {
  const [found] = await db
    .select({ draft: questionnaireDrafts, ownerId: questionnaires.ownerId })
    .from(questionnaireDrafts)
    .innerJoin(questionnaires, eq(questionnaires.code, questionnaireDrafts.code))
    .where(and(eq(questionnaireDrafts.code, code), eq(questionnaireDrafts.version, version)));
  if (found) {
    const { draft, ownerId } = found;
    const draftContent = QuestionnaireDraft.parse(draft.content);
    return { content: draftContent, isDraft: true, revision: draft.revision, usedAt: null, changedAt: draft.changedAt, ownerId };
  }

  const [row] = await db
    .select({ version: questionnaireVersions, ownerId: questionnaires.ownerId })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(and(eq(questionnaires.code, code), eq(questionnaireVersions.version, version)));
  if (!row) return undefined;
  const { content, usedAt, createdAt } = row.version;
  return { content: QuestionnaireDraft.parse(content), isDraft: false, revision: 0, usedAt, changedAt: createdAt, ownerId: row.ownerId };
}

export type ListedVersion = { code: string; version: number; title: { vi: string; en: string }; questions: number; isDraft: boolean; rounds: number };

/** Every version and draft, by code, newest first, with how many rounds ask it. */
export async function listVersions(db: Db): Promise<ListedVersion[]> {
  const versions = await db
    .select({ code: questionnaires.code, version: questionnaireVersions.version, content: questionnaireVersions.content, rounds: count(rounds.id) })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .leftJoin(rounds, eq(rounds.questionnaireVersionId, questionnaireVersions.id))
    .groupBy(questionnaires.code, questionnaireVersions.id)
    .orderBy(asc(questionnaires.code), desc(questionnaireVersions.version));
  const drafts = await db.select().from(questionnaireDrafts);
  return [...versions.map((row) => ({ ...row, isDraft: false })), ...drafts.map((row) => ({ ...row, rounds: 0, isDraft: true }))]
    .map(({ code, version, content, isDraft, rounds: used }) => {
      const { title, questions } = QuestionnaireDraft.parse(content);
      return { code, version, title, questions: questions.length, isDraft, rounds: used };
    })
    .sort((a, b) => (a.code === b.code ? b.version - a.version : a.code < b.code ? -1 : 1));
}
