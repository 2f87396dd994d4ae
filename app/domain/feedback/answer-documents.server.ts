import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, type SQL } from "drizzle-orm";
import { answerDocuments, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { readPdf } from "../publishing/pdf.server.ts";
import { documentTitleMaxLength } from "../publishing/vocabulary.ts";
import { mayOpenToSender } from "./address-document.server.ts";
import { mayAnswer } from "./may-answer.server.ts";
import { roundOf } from "./reply.server.ts";
import { cleanText } from "./schemas.ts";
import { readableBy } from "./scope.server.ts";
import { keepingFiles } from "./store-photos.server.ts";
import { written } from "./written.ts";

export type AnswerDocument = typeof answerDocuments.$inferSelect;

/** From when there is an answer to belong to. */
const answeringStates = ["DANG_XU_LY", "CHO_DUYET", "DA_TRA_LOI", "DA_CONG_KHAI", "DONG"] as const;

/** Files that mupdf cannot read are not even kept; those it reads but nobody can look through are kept, and stay private. */
const stayPrivate = new Set(["pdf.encrypted", "pdf.no_text", "pdf.too_many_pages"]);

/** The documents of an answer, oldest first, for those who may read the case. */
export const listAnswerDocuments = (db: Db, caseId: string): Promise<AnswerDocument[]> =>
  db.select().from(answerDocuments).where(eq(answerDocuments.caseId, caseId)).orderBy(asc(answerDocuments.createdAt), asc(answerDocuments.id));

/**
 * Adds a PDF to the answer. Nothing of it is public: what becomes so is a rendition, once its personal data is decided.
 * The sender may open it with the answer, unless it is kept `inside`, or came after the answer was submitted, from who does not publish.
 */
export async function attachDocument(
  db: Db,
  files: FileStore,
  by: Official,
  code: string,
  what: { title: string; fileName: string; content: Buffer; inside?: boolean | undefined },
  now = new Date(),
) {
  const title = written(what.title, { max: documentTitleMaxLength });
  if (!title.ok) return title;
  const read = await readPdf(what.content);
  if (!read.ok && !stayPrivate.has(read.code)) return read;

  return keepingFiles(files, (watched) =>
    inOneAct(db, async (tx) => {
      const [theCase] = await tx
        .select()
        .from(cases)
        .where(and(eq(cases.code, parseCaseCode(code) ?? ""), mayAnswer(by), readableBy(by)))
        .for("update");
      if (!theCase) return refuse("case.not_yours");
      if (!answeringStates.some((state) => state === theCase.state)) return refuse("case.wrong_state");

      const forSender = !what.inside && (await mayOpenToSender(tx, by, theCase, roundOf(theCase)));
      const storageKey = `documents/${randomBytes(20).toString("hex")}.pdf`;
      await watched.put(storageKey, what.content, "application/pdf");
      const [kept] = await tx
        .insert(answerDocuments)
        .values({
          caseId: theCase.id,
          round: roundOf(theCase),
          forSender,
          title: title.value,
          fileName:
            cleanText(what.fileName)
              .replace(/[\\/\n\t]/g, " ")
              .slice(-200) || "van-ban.pdf",
          bytes: what.content.length,
          sha256: createHash("sha256").update(what.content).digest("hex"),
          storageKey,
          pages: read.ok ? read.value.texts.length : null,
          problem: read.ok ? null : read.code,
          uploadedById: by.id,
          createdAt: now,
        })
        .returning({ id: answerDocuments.id });
      await recordEvent(
        tx,
        by,
        { act: "case.attach_document", subject: "case", subjectId: theCase.id, data: { bytes: what.content.length, toSender: forSender } },
        now,
      );
      return done({ id: kept?.id ?? "", forSender, problem: read.ok ? null : read.code });
    }),
  );
}

/**
 * A document as a file. The one that was attached is for who answers or publishes: it may name the sender. Its public
 * rendition is for who may read the case.
 */
export async function findDocumentFile(db: Db, by: Official, id: string, which: "attached" | "rendition") {
  const found = await findAnswerDocument(db, by, id, which === "attached" ? mayAnswer(by) : undefined);
  if (!found || found.document.problem === "erased") return undefined;
  const { title, storageKey, renditionKey } = found.document;
  const key = which === "attached" ? storageKey : renditionKey;
  return key ? { title, storageKey: key } : undefined;
}

/** One document and its case, for an official who may read that case. @param also what else must hold */
export async function findAnswerDocument(
  db: Db,
  by: Official,
  id: string,
  also?: SQL,
): Promise<{ document: AnswerDocument; code: string } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [found] = await db
    .select({ document: answerDocuments, code: cases.code })
    .from(answerDocuments)
    .innerJoin(cases, eq(answerDocuments.caseId, cases.id))
    .where(and(eq(answerDocuments.id, id), readableBy(by), also));
  return found;
}
