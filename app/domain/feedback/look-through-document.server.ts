import type { Db } from "#db/schema/handle.ts";
import { done } from "../outcome.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { locateWords, readPdf, renderPage } from "../publishing/pdf.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import type { Box, PersonalDataKind } from "../publishing/vocabulary.ts";
import type { AnswerDocument } from "./answer-documents.server.ts";

/** One piece of personal data in a document. `boxes`: where it stands; none when it was read but cannot be located. */
export type DocumentFinding = { page: number; kind: PersonalDataKind; text: string; boxes: Box[]; covered: boolean; keptFor: string | null };

/** Percent of the page by which a box may fall short and still covers. */
const slack = 0.05;

/** What the detector finds in a document, and whether each is covered by a box or kept with a reason. */
export async function lookThroughDocument(db: Db, document: AnswerDocument, content: Buffer) {
  const read = await readPdf(content);
  if (!read.ok) return read;
  const allowed = await listOwnContacts(db);
  const findings: DocumentFinding[] = [];
  for (const [index, text] of read.value.texts.entries()) {
    for (const found of findPersonalData(text, { allowed, officialDocument: true })) {
      if (findings.some((one) => one.page === index + 1 && one.kind === found.kind && one.text === found.text)) continue;
      const located = await locateWords(content, found.text.replaceAll(/\s+/g, " "));
      if (!located.ok) return located;
      const boxes = located.value.filter(({ page }) => page === index + 1);
      findings.push({
        page: index + 1,
        kind: found.kind,
        text: found.text,
        boxes,
        covered: boxes.length > 0 && boxes.every((box) => document.boxes.some((black) => covers(black, box))),
        keptFor: document.kept.find((one) => one.kind === found.kind && one.text === found.text)?.reason ?? null,
      });
    }
  }
  return done({ pages: read.value.texts.length, findings, undecided: findings.filter((one) => !one.covered && one.keptFor === null).length });
}

const covers = (black: Box, box: Box): boolean =>
  black.page === box.page &&
  black.x <= box.x + slack &&
  black.y <= box.y + slack &&
  black.x + black.width >= box.x + box.width - slack &&
  black.y + black.height >= box.y + box.height - slack;

/** One page of a document as a picture (PNG) with its boxes black. @param page from 1 */
export const renderDocumentPage = (document: AnswerDocument, page: number, content: Buffer) => renderPage(content, page, document.boxes);
