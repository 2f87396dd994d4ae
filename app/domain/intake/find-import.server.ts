import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { caseImports, cases, importSources } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { hasLivingJob } from "../queue-job.server.ts";
import { mappingProblems } from "./guess-columns.ts";
import type { Problem } from "./read-row.ts";
import { readRows, unitsByName } from "./row-context.server.ts";
import { type KeptRows, openRows } from "./sealed-rows.server.ts";
import { importKeptHours, type ImportTarget, previewRows } from "./vocabulary.ts";

export type Import = Omit<typeof caseImports.$inferSelect, "sealedRows" | "keyId" | "importedById"> & { source: string };

/** A row of the preview: what it would become, and what is wrong with it. */
export type PreviewRow = {
  line: number;
  number: string;
  subject: string;
  receivedAt: Date | null;
  known: boolean;
  problems: Problem[];
  left: ImportTarget[];
};

export type ImportPreview = {
  headings: string[];
  /** The first rows of each column, so that one sees what stands in it. */
  samples: string[];
  missing: ImportTarget[];
  twice: ImportTarget[];
  first: PreviewRow[];
  /** How many of all rows would be made, are there already, and are wrong. */
  fit: number;
  known: number;
  wrong: number;
};

const keptSince = (now: Date) => new Date(now.getTime() - importKeptHours * 3_600_000);

/** An official's own imports, the last one first. */
export async function listImports(db: Db, by: Official, limit = 20): Promise<Import[]> {
  const rows = await db
    .select({ row: caseImports, source: importSources.name })
    .from(caseImports)
    .innerJoin(importSources, eq(importSources.id, caseImports.sourceId))
    .where(and(eq(caseImports.importedById, by.id), inArray(caseImports.state, ["running", "done"])))
    .orderBy(desc(caseImports.createdAt))
    .limit(limit);
  return rows.map(({ row, source }) => toImport(row, source));
}

/** One's own import with the rows still kept of it; nobody else sees them. */
export async function findImport(
  db: Db,
  keys: Keys,
  by: Official,
  id: string,
  now: Date,
): Promise<{ found: Import; kept: KeptRows | undefined } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [row] = await db
    .select({ row: caseImports, source: importSources.name })
    .from(caseImports)
    .innerJoin(importSources, eq(importSources.id, caseImports.sourceId))
    .where(and(eq(caseImports.id, id), eq(caseImports.importedById, by.id)));
  if (!row) return undefined;
  const { sealedRows, createdAt } = row.row;
  return { found: toImport(row.row, row.source), kept: sealedRows && createdAt > keptSince(now) ? openRows(keys, id, sealedRows) : undefined };
}

/** What an import would make of its rows, as the columns are understood now. */
export async function previewImport(db: Db, { found, kept }: { found: Import; kept: KeptRows }, now: Date): Promise<ImportPreview> {
  const rows = readRows(kept.rows, { mapping: found.mapping, defaultKind: found.defaultKind, units: await unitsByName(db, now), now });
  const there = await knownNumbers(
    db,
    found.source,
    rows.map(({ number }) => number),
  );
  const known = rows.filter(({ number }) => there.has(number)).length;
  const fit = rows.filter(({ number, draft }) => draft && !there.has(number)).length;
  return {
    headings: kept.headings,
    samples: kept.headings.map((_, column) => kept.rows.find(({ cells }) => cells[column])?.cells[column]?.slice(0, 80) ?? ""),
    ...mappingProblems(found.mapping),
    first: rows.slice(0, previewRows).map(({ line, number, draft, receivedAt, problems, left }) => ({
      line,
      number,
      subject: draft?.subject ?? "",
      receivedAt: draft ? receivedAt : null,
      known: there.has(number),
      problems: there.has(number) ? [] : problems,
      left,
    })),
    fit,
    known,
    wrong: rows.length - fit - known,
  };
}

/** True while a job is making cases of the list's rows, or will; false when the order has to be given again. */
export const isImporting = (db: Db, id: string): Promise<boolean> => hasLivingJob(db, { name: "import-rows", data: { importId: id } });

/** Numbers of the source that are cases already. */
export async function knownNumbers(db: Db, source: string, numbers: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(numbers.filter(Boolean))];
  if (asked.length === 0) return new Set();
  const rows = await db
    .select({ number: cases.originalNumber })
    .from(cases)
    .where(and(eq(cases.source, source), inArray(cases.originalNumber, asked), isNull(cases.parentId)));
  return new Set(rows.flatMap(({ number }) => number ?? []));
}

/** Forgets the rows of up to `atMost` imports that nobody finished, and wrong rows nobody took. @returns of how many imports */
export async function forgetImportRows(tx: Db, now: Date, atMost: number): Promise<number> {
  const due = tx
    .select({ id: caseImports.id })
    .from(caseImports)
    .where(and(isNotNull(caseImports.sealedRows), lt(caseImports.createdAt, keptSince(now))))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const gone = await tx
    .update(caseImports)
    .set({ sealedRows: null, keyId: null })
    .where(sql`${caseImports.id} = any(array${due})`)
    .returning({ id: caseImports.id });
  return gone.length;
}

function toImport({ sealedRows: _, keyId: __, importedById: ___, ...row }: typeof caseImports.$inferSelect, source: string): Import {
  return { ...row, source };
}
