import { and, asc, eq, like } from "drizzle-orm";
import { attachments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { PublicContent } from "../publishing/index.server.ts";
import { listAnswerDocuments } from "./answer-documents.server.ts";

type CaseCopy = PublicContent["case"];

/** Ids of the photos and documents that a publisher ticked. */
export type FileChoice = { photos: readonly string[]; documents: readonly string[] };

/** What may go along with an answer, and whether it does. What is not `chosen` stays private. */
export type PublicationFiles = {
  photos: { id: string; fileName: string; chosen: boolean }[];
  /** `standing`: a document without a rendition is `private` and cannot be chosen; `problem` is the code of why for good. */
  documents: { id: string; title: string; standing: "private" | "ready" | "public"; problem: string | null; chosen: boolean }[];
};

/**
 * The files of a case's publication, and those chosen as a public copy names them; but by their ids, as they have no public
 * keys yet. Without a choice: what is public stays so, and for a first publication every rendition that was made goes
 * along and no photo does.
 * @param current the copy that a correction starts from, whose photos stay as they are; undefined for a first publication
 */
export async function loadPublicationFiles(db: Db, caseId: string, current: CaseCopy | undefined, choice: FileChoice | undefined) {
  const photos = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.caseId, caseId), like(attachments.mime, "image/%")))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  const documents = await listAnswerDocuments(db, caseId);

  const isChosenPhoto = ({ id, publicKey }: (typeof photos)[number]) => {
    if (current) return publicKey !== null && current.photos.some(({ key }) => key === publicKey);
    return choice ? choice.photos.includes(id) : publicKey !== null;
  };
  const isChosenDocument = ({ id, publicKey, renditionKey }: (typeof documents)[number]) => {
    if (renditionKey === null) return false;
    return choice ? choice.documents.includes(id) : publicKey !== null || !current;
  };
  const files: PublicationFiles = {
    photos: photos.map((one) => ({ id: one.id, fileName: one.fileName, chosen: isChosenPhoto(one) })),
    documents: documents.map((one) => ({
      id: one.id,
      title: one.title,
      standing: one.publicKey ? "public" : one.renditionKey ? "ready" : "private",
      problem: one.problem,
      chosen: isChosenDocument(one),
    })),
  };
  const chosen: { photos: CaseCopy["photos"]; documents: NonNullable<CaseCopy["documents"]> } = {
    photos: photos.filter(isChosenPhoto).map(({ id, width, height }) => ({ key: id, width: width ?? 0, height: height ?? 0 })),
    documents: documents
      .filter(isChosenDocument)
      .map(({ id, title, pages, renditionBytes }) => ({ key: id, title, pages: pages ?? 0, bytes: renditionBytes ?? 0 })),
  };
  return { files, chosen };
}
