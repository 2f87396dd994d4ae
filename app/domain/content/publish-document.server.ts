import { eq } from "drizzle-orm";
import { legalDocuments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";

/** Puts a document of the register before the public. An undated one is listed last. */
export async function publishDocument(tx: Db, by: Actor, documentId: string, now: Date) {
  const [document] = await tx.select().from(legalDocuments).where(eq(legalDocuments.id, documentId));
  if (!document) return refuse("document.not_found");
  const { issuedOn, publishedOn } = document;
  const issuerUnit = document.issuerUnitId
    ? (await findUnitLinks(tx, [document.issuerUnitId], issuedOn ?? "2026-01-01")).get(document.issuerUnitId)
    : undefined;
  const localised = (vi: string | null, en: string | null) => (vi === null ? null : { vi, en });
  const lagDays = issuedOn && publishedOn ? Math.round((Date.parse(publishedOn) - Date.parse(issuedOn)) / 86_400_000) : null;

  return publish(
    tx,
    by,
    {
      kind: "document",
      slug: document.slug,
      subjectId: document.id,
      title: {
        vi: [document.type, document.number, document.subjectVi].filter(Boolean).join(" "),
        en: document.subjectEn && [document.typeEn, document.number, document.subjectEn].filter(Boolean).join(" "),
      },
      searchText: [document.issuer, document.abstractVi, document.abstractEn].filter(Boolean).join(" "),
      facets: { unit: issuerUnit?.slug ?? null, category: document.type, facet: issuedOn?.slice(0, 4) ?? null },
      sortDay: issuedOn ?? "1900-01-01",
      content: {
        number: document.number,
        type: { vi: document.type, en: document.typeEn },
        subject: { vi: document.subjectVi, en: document.subjectEn },
        issuedOn,
        issuer: document.issuer,
        issuerUnit: issuerUnit ?? null,
        abstract: localised(document.abstractVi, document.abstractEn),
        note: localised(document.noteVi, document.noteEn),
        publishedOn,
        lagDays,
        inForceFrom: document.inForceFrom,
        inForceTo: document.inForceTo,
      },
    },
    now,
  );
}
