import { and, desc, eq } from "drizzle-orm";
import { officials, publicationLog, publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { PublicContent } from "../publishing/index.server.ts";
import { type DiffPart, diffWords } from "../publishing/word-diff.ts";
import type { CaseForOffice } from "./case-for-office.ts";
import { buildPublicCopy } from "./public-copy.server.ts";
import { type FileChoice, loadPublicationFiles, type PublicationFiles } from "./publication-files.server.ts";
import { type PublicField, publicFields } from "./public-fields.ts";
import { approvedTexts, type FieldFinding, loadPublicTexts, type PublicTexts } from "./public-texts.server.ts";
import { findReply } from "./reply.server.ts";
import type { CaseRow } from "./take-case.server.ts";

/** One line of the publication log, with what it changed against the version before. */
export type PublishedVersion = {
  version: number;
  act: "published" | "hidden" | "shown" | "withdrawn";
  by: string | null;
  at: Date;
  reason: string | null;
  note: string | null;
  changes: { field: PublicField; parts: DiffPart[] }[];
};

/** The public side of an answered case: texts, findings, difference to the original, preview, documents and log. */
export type Publication = {
  texts: PublicTexts;
  revision: number;
  found: (FieldFinding & { keptFor: string | null })[];
  undecided: number;
  diff: { field: PublicField; parts: DiffPart[] }[];
  /** Exactly what the public page will be made of, save that files go by their ids here. */
  preview: PublicContent["case"];
  files: PublicationFiles;
  /** The copy everybody can read now; null when there is none. */
  copy: "shown" | "hidden" | null;
};

/**
 * Undefined when the answer of the present round is not approved yet. `theCase` must be one the official may read.
 * @param choice the files that a publisher ticked so far, for the preview
 */
export async function findPublication(db: Db, theCase: CaseForOffice, now: Date, choice?: FileChoice): Promise<Publication | undefined> {
  const row = theCase as CaseForOffice & CaseRow;
  const reply = await findReply(db, row);
  if (reply?.state !== "approved") return undefined;
  const { texts, revision, found, undecided, kept } = await loadPublicTexts(db, row, reply);
  const original = { ...approvedTexts(row, reply), title: row.subject, question: row.body, answer: reply.body };
  const [copy] = await db
    .select({ content: publicCopies.content, hiddenAt: publicCopies.hiddenAt })
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, row.code)));
  // Answered anew, a case is published anew; else what is public is corrected.
  const current = row.state === "DA_TRA_LOI" ? undefined : (copy?.content as PublicContent["case"] | undefined);
  const { files, chosen } = await loadPublicationFiles(db, row.id, current, choice);
  const corrected = { ...texts, legalBasis: texts.legalBasis || null, place: texts.place || null, ...chosen, rating: row.rating };
  return {
    texts,
    revision,
    found: found.map((one) => ({
      ...one,
      keptFor: kept.find(({ kind, text }) => kind === one.finding.kind && text === one.finding.text)?.reason ?? null,
    })),
    undecided: undecided.length,
    diff: publicFields.flatMap((field) => (original[field] || texts[field] ? [{ field, parts: diffWords(original[field], texts[field]) }] : [])),
    preview: current ? { ...current, ...corrected } : await buildPublicCopy(db, row, reply, texts, chosen, now),
    files,
    copy: copy ? (copy.hiddenAt ? "hidden" : "shown") : null,
  };
}

/** Every version of a case's public copy, the newest first: who, when, why, and what was changed. */
export async function listPublishedVersions(db: Db, code: string): Promise<PublishedVersion[]> {
  const rows = await db
    .select({ line: publicationLog, name: officials.name })
    .from(publicationLog)
    .leftJoin(officials, eq(officials.id, publicationLog.officialId))
    .where(and(eq(publicationLog.kind, "case"), eq(publicationLog.slug, code)))
    .orderBy(desc(publicationLog.createdAt), desc(publicationLog.version));
  return rows.map(({ line, name }, index) => {
    const earlier = rows.slice(index + 1).find((one) => one.line.content !== null)?.line.content as PublicContent["case"] | undefined;
    const content = line.content as PublicContent["case"] | null;
    return {
      version: line.version,
      act: line.act,
      by: name,
      at: line.createdAt,
      reason: line.reason,
      note: line.note,
      changes:
        content && earlier
          ? publicFields.flatMap((field) =>
              (content[field] ?? "") === (earlier[field] ?? "") ? [] : [{ field, parts: diffWords(earlier[field] ?? "", content[field] ?? "") }],
            )
          : [],
    };
  });
}
