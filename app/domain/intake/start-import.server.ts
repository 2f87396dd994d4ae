import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { caseImports, importSources } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { fold } from "../text.ts";
import { guessMapping } from "./guess-columns.ts";
import { readList } from "./read-list.server.ts";
import { sealRows } from "./sealed-rows.server.ts";
import { sourceMaxLength } from "./vocabulary.ts";

/** What most lists of a call centre are, until somebody says otherwise. */
const usualKind: CaseKind = "phan_anh_hien_truong";

/**
 * Reads a list and keeps its rows sealed until they are imported: nothing is made yet. Columns mean what they meant the
 * last time this source sent a list, else what their headings say. Refuses what `readList` refuses, `case.not_yours`
 * and `import.source_missing`.
 * @returns the id of the import
 */
export async function startImport(db: Db, keys: Keys, by: Official, what: { source: string; content: Buffer }, now = new Date()) {
  if (!mayIn(by, "cases.enter")) return refuse("case.not_yours");
  const name = what.source.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, sourceMaxLength);
  if (!fold(name)) return refuse("import.source_missing");
  const list = await readList(what.content);
  if (!list.ok) return list;

  return inOneAct(db, async (tx) => {
    const [source] = await tx
      .insert(importSources)
      .values({ name, nameFolded: fold(name), mapping: {}, defaultKind: usualKind, updatedById: by.id, updatedAt: now, createdAt: now })
      // Written to no other value: only so that the row comes back, and waits for whoever else is naming it.
      .onConflictDoUpdate({ target: importSources.nameFolded, set: { nameFolded: sql`excluded.name_folded` } })
      .returning();
    if (!source) throw new Error("The source was not stored");
    const id = crypto.randomUUID();
    await tx.insert(caseImports).values({
      id,
      sourceId: source.id,
      fileSha256: createHash("sha256").update(what.content).digest("hex"),
      rows: list.value.rows.filter((cells) => cells.some(Boolean)).length,
      ...sealRows(keys, id, list.value),
      mapping: guessMapping(list.value.headings, source.mapping),
      defaultKind: source.defaultKind,
      importedById: by.id,
      createdAt: now,
    });
    return done({ id });
  });
}

/** Sources that sent lists before, by name. */
export async function listSources(db: Db): Promise<string[]> {
  const rows = await db
    .select({ name: importSources.name })
    .from(importSources)
    .where(sql`exists (select 1 from ${caseImports} i where i.source_id = ${importSources.id} and i.state = 'done')`)
    .orderBy(sql`${importSources.name} collate "vi-x-icu"`)
    .limit(50);
  return rows.map(({ name }) => name);
}

/** What the source's columns mean, remembered for its next list. */
export async function rememberMapping(
  tx: Db,
  by: Official,
  sourceId: string,
  what: Pick<typeof importSources.$inferInsert, "mapping" | "defaultKind">,
  now: Date,
): Promise<void> {
  await tx
    .update(importSources)
    .set({ ...what, updatedById: by.id, updatedAt: now })
    .where(eq(importSources.id, sourceId));
}
