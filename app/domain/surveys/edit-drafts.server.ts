import { and, eq, notExists } from "drizzle-orm";
import { questionnaireDrafts, questionnaires, questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { changed, type DraftChange, emptyDraft } from "./draft-changes.ts";
import { findVersion } from "./find-versions.server.ts";
import { addVersion, nextVersion } from "./prepare-questionnaires.server.ts";
import { mayWriteQuestionnaire, ownerFor } from "./questionnaire-owner.ts";
import { Questionnaire, QuestionnaireDraft } from "./questionnaire-schema.ts";
import { whatIsMissing } from "./what-is-missing.ts";

type Place = { code: string; version: number };
/** What a new draft begins with: nothing, a version that is there, or a file. */
export type DraftStart = { from: "nothing"; code: string } | ({ from: "version" } & Place & { as: string }) | { from: "file"; content: unknown };

const maySetUp = (by: Official) => by.may.includes("surveys.manage");

/**
 * Begins a version: the next number of its code. A file has to have the shape of a questionnaire, words may be missing. A new
 * code is its beginner's unit's; to a code of others (`questionnaire.of_others`) nobody adds a version.
 */
export async function startDraft(db: Db, by: Official, start: DraftStart, now = new Date()) {
  return inOneAct(db, async (tx) => {
    if (!maySetUp(by)) return refuse("questionnaire.not_yours");
    const beginning = await beginningOf(tx, start);
    if (!beginning) return refuse(start.from === "file" ? "questionnaire.file_wrong" : "questionnaire.not_found");
    const read = QuestionnaireDraft.safeParse(beginning);
    if (!read.success) return refuse("questionnaire.file_wrong");

    if (!(await takeCode(tx, by, read.data.code))) return refuse("questionnaire.of_others");
    const content = { ...read.data, version: await nextVersion(tx, read.data.code) };
    const place = { code: content.code, version: content.version };
    const [started] = await tx
      .insert(questionnaireDrafts)
      .values({ ...place, content, changedById: by.id, changedAt: now })
      .onConflictDoNothing()
      .returning();
    if (!started) return refuse("questionnaire.changed_meanwhile");
    await recordEvent(tx, by, { act: "questionnaire.started", subject: "questionnaire", subjectId: started.id, data: place }, now);
    return done(place);
  });
}

/** Changes a draft. @param revision the one that was looked at; where it is older than the stored one, nothing is changed */
export async function changeDraft(db: Db, by: Official, place: Place & { revision: number }, change: DraftChange, now = new Date()) {
  return inOneAct(db, async (tx) => {
    if (!maySetUp(by)) return refuse("questionnaire.not_yours");
    const draft = await lockDraft(tx, place);
    if (!draft) return refuse("questionnaire.not_found");
    if (!mayWriteQuestionnaire(by, draft.ownerId)) return refuse("questionnaire.of_others");
    if (draft.revision !== place.revision) return refuse("questionnaire.changed_meanwhile");
    const next = changed(draft.content, change);
    if (!next) return refuse(change.what === "add" ? "questionnaire.code_taken" : "questionnaire.question_gone");
    const read = QuestionnaireDraft.safeParse(next);
    if (!read.success) return refuse("questionnaire.not_right");

    await tx
      .update(questionnaireDrafts)
      .set({ content: read.data, revision: draft.revision + 1, changedById: by.id, changedAt: now })
      .where(eq(questionnaireDrafts.id, draft.id));
    const data = { code: place.code, version: place.version, what: change.what, ...("code" in change ? { question: change.code } : {}) };
    await recordEvent(tx, by, { act: "questionnaire.changed", subject: "questionnaire", subjectId: draft.id, data }, now);
    return done({ code: place.code, version: place.version });
  });
}

/**
 * Makes a version of a complete draft. From then on it is never changed; rounds may use it. Where a version took its number
 * meanwhile, it gets the next one.
 */
export async function finishDraft(db: Db, by: Official, place: Place & { revision: number }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    if (!maySetUp(by)) return refuse("questionnaire.not_yours");
    const draft = await lockDraft(tx, place);
    if (!draft) return refuse("questionnaire.not_found");
    if (!mayWriteQuestionnaire(by, draft.ownerId)) return refuse("questionnaire.of_others");
    if (draft.revision !== place.revision) return refuse("questionnaire.changed_meanwhile");
    if (whatIsMissing(draft.content).length > 0) return refuse("questionnaire.not_complete");

    await tx.delete(questionnaireDrafts).where(eq(questionnaireDrafts.id, draft.id));
    const { id, version } = await addVersion(tx, Questionnaire.parse(draft.content));
    const data = { code: place.code, version };
    await recordEvent(tx, by, { act: "questionnaire.finished", subject: "questionnaire", subjectId: id, data }, now);
    return done(data);
  });
}

/** Throws a draft away; versions stay. A code without any is free again. */
export async function discardDraft(db: Db, by: Official, place: Place & { revision: number }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    if (!maySetUp(by)) return refuse("questionnaire.not_yours");
    const draft = await lockDraft(tx, place);
    if (!draft) return refuse("questionnaire.not_found");
    if (!mayWriteQuestionnaire(by, draft.ownerId)) return refuse("questionnaire.of_others");
    if (draft.revision !== place.revision) return refuse("questionnaire.changed_meanwhile");
    await tx.delete(questionnaireDrafts).where(eq(questionnaireDrafts.id, draft.id));
    const versions = tx.select().from(questionnaireVersions).where(eq(questionnaireVersions.questionnaireId, questionnaires.id));
    const drafts = tx.select().from(questionnaireDrafts).where(eq(questionnaireDrafts.code, place.code));
    await tx.delete(questionnaires).where(and(eq(questionnaires.code, place.code), notExists(versions), notExists(drafts)));
    const data = { code: place.code, version: place.version };
    await recordEvent(tx, by, { act: "questionnaire.discarded", subject: "questionnaire", subjectId: draft.id, data }, now);
    return done(data);
  });
}

async function beginningOf(tx: Db, start: DraftStart): Promise<unknown> {
  if (start.from === "file") return start.content;
  if (start.from === "nothing") return emptyDraft(start.code);
  const found = await findVersion(tx, start);
  return found && { ...found.content, code: start.as };
}

/** Takes a code for a new version: one nobody has becomes the beginner's unit's. False where it is somebody else's. */
async function takeCode(tx: Db, by: Official, code: string): Promise<boolean> {
  await tx
    .insert(questionnaires)
    .values({ code, ownerId: ownerFor(by) })
    .onConflictDoNothing();
  const [taken] = await tx.select({ ownerId: questionnaires.ownerId }).from(questionnaires).where(eq(questionnaires.code, code)).for("update");
  return taken !== undefined && mayWriteQuestionnaire(by, taken.ownerId);
}

async function lockDraft(tx: Db, { code, version }: Place) {
  const [row] = await tx
    .select({ draft: questionnaireDrafts, ownerId: questionnaires.ownerId })
    .from(questionnaireDrafts)
    .innerJoin(questionnaires, eq(questionnaires.code, questionnaireDrafts.code))
    .where(and(eq(questionnaireDrafts.code, code), eq(questionnaireDrafts.version, version)))
    .for("update");
  return row && { id: row.draft.id, revision: row.draft.revision, ownerId: row.ownerId, content: QuestionnaireDraft.parse(row.draft.content) };
}
