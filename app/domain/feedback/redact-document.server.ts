import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { answerDocuments, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import type { FileStore } from "../file-store.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { locateWords, redactPdf } from "../publishing/pdf.server.ts";
import type { Box, KeptInDocument } from "../publishing/vocabulary.ts";
import type { AnswerDocument } from "./answer-documents.server.ts";
import { lookThroughDocument } from "./look-through-document.server.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import { keepingFiles } from "./store-photos.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** What a publisher does to a document. Boxes are in percent of the page. */
export type DocumentMark =
  | { mark: "words"; words: string }
  | { mark: "box"; box: Box }
  | { mark: "unbox"; index: number }
  | { mark: "keep"; kind: string; text: string; reason: string };

const boxesMost = 500;

/**
 * Marks what must go, or keeps a finding with a reason. Any rendition made before is dropped, and with it the public
 * file, until a new one is made: what was not black enough is not left in the open.
 */
export async function markDocument(
  db: Db,
  files: FileStore,
  by: Official,
  id: string,
  mark: DocumentMark,
  revision: number,
  content: Buffer,
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeDocument(tx, by, id, revision);
    if (!taken.ok) return taken;
    const document = taken.value;
    const change = await changeOf(document, mark, content);
    if (!change.ok) return change;
    const set = { ...change.value, renditionKey: null, renditionBytes: null, publicKey: null, redactedById: null, redactedAt: null };
    await tx
      .update(answerDocuments)
      .set({ ...set, revision: revision + 1 })
      .where(eq(answerDocuments.id, id));
    const data = { document: id, mark: mark.mark, boxes: (change.value.boxes ?? document.boxes).length };
    await recordEvent(tx, by, { act: "case.mark_document", subject: "case", subjectId: document.caseId, data }, now);
    if (document.renditionKey) await files.remove(document.renditionKey);
    return done({ revision: revision + 1 });
  });
}

/** Makes the rendition that may become public. Refused while any finding is neither covered nor kept with a reason. */
export async function makeRendition(db: Db, files: FileStore, by: Official, id: string, revision: number, content: Buffer, now = new Date()) {
  return keepingFiles(files, (watched) =>
    inOneAct(db, async (tx) => {
      const taken = await takeDocument(tx, by, id, revision);
      if (!taken.ok) return taken;
      const document = taken.value;
      const seen = await lookThroughDocument(tx, document, content);
      if (!seen.ok) return seen;
      if (seen.value.undecided > 0) return refuse("pdf.undecided");
      const made = await redactPdf(content, document.boxes);
      if (!made.ok) return made;

      const renditionKey = `documents/${randomBytes(20).toString("hex")}.pdf`;
      await watched.put(renditionKey, made.value, "application/pdf");
      const set = { renditionKey, renditionBytes: made.value.length, pages: seen.value.pages, publicKey: null, redactedById: by.id, redactedAt: now };
      await tx
        .update(answerDocuments)
        .set({ ...set, revision: revision + 1 })
        .where(eq(answerDocuments.id, id));
      const data = { document: id, pages: seen.value.pages, boxes: document.boxes.length };
      await recordEvent(tx, by, { act: "case.redact_document", subject: "case", subjectId: document.caseId, data }, now);
      if (document.renditionKey) await files.remove(document.renditionKey);
      return done({ revision: revision + 1 });
    }),
  );
}

async function takeDocument(tx: Db, by: Official, id: string, revision: number) {
  const [found] = await tx
    .select({ document: answerDocuments })
    .from(answerDocuments)
    .innerJoin(cases, eq(answerDocuments.caseId, cases.id))
    .where(and(eq(answerDocuments.id, id), withinScope(by, "cases.publish"), readableBy(by)))
    .for("update");
  if (!found) return refuse("case.not_yours");
  if (found.document.problem !== null) return refuse("pdf.stays_private");
  if (found.document.revision !== revision) return refuse("case.edited_elsewhere");
  return done(found.document);
}

async function changeOf(document: AnswerDocument, mark: DocumentMark, content: Buffer) {
  const change = (boxes: Box[] | undefined, kept?: KeptInDocument[]) => done({ ...(boxes ? { boxes } : {}), ...(kept ? { kept } : {}) });
  switch (mark.mark) {
    case "words": {
      const words = written(mark.words.replaceAll(/\s+/g, " "), { max: 200 });
      if (!words.ok) return words;
      const located = await locateWords(content, words.value);
      if (!located.ok) return located;
      if (located.value.length === 0) return refuse("pdf.words_not_found");
      const boxes = [...document.boxes, ...located.value];
      return boxes.length > boxesMost ? refuse("pdf.too_many_boxes", { most: boxesMost }) : change(boxes);
    }
    case "box":
      if (!isBox(mark.box, document.pages ?? 0)) return refuse("pdf.box_outside");
      return document.boxes.length >= boxesMost ? refuse("pdf.too_many_boxes", { most: boxesMost }) : change([...document.boxes, mark.box]);
    case "unbox":
      return change(document.boxes.filter((_, index) => index !== mark.index));
    case "keep": {
      const reason = written(mark.reason, { min: reasonMinLength, max: reasonMaxLength });
      if (!reason.ok) return reason;
      const others = document.kept.filter((one) => one.kind !== mark.kind || one.text !== mark.text);
      return change(undefined, [...others, { kind: mark.kind, text: mark.text, reason: reason.value }]);
    }
  }
}

const isBox = ({ page, x, y, width, height }: Box, pages: number): boolean =>
  Number.isInteger(page) && page >= 1 && page <= pages && [x, y].every((n) => n >= 0 && n < 100) && [width, height].every((n) => n > 0 && n <= 100);
