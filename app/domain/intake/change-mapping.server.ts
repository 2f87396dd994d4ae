import { and, eq } from "drizzle-orm";
import { caseImports } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { fold } from "../text.ts";
import { findImport } from "./find-import.server.ts";
import { rememberMapping } from "./start-import.server.ts";
import { importKeptHours, type ImportTarget } from "./vocabulary.ts";

/** Says what the columns of a list mean that is not imported yet; remembered for the source's next one. Refuses `import.not_found`. */
export async function changeMapping(
  db: Db,
  keys: Keys,
  by: Official,
  id: string,
  what: { mapping: readonly (ImportTarget | null)[]; defaultKind: CaseKind },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const seen = await findImport(tx, keys, by, id, now);
    if (!seen?.kept || seen.found.state !== "draft") return refuse("import.not_found", { hours: importKeptHours });
    const { headings } = seen.kept;
    const mapping = headings.map((_, column) => what.mapping[column] ?? null);
    await tx
      .update(caseImports)
      .set({ mapping, defaultKind: what.defaultKind })
      .where(and(eq(caseImports.id, id), eq(caseImports.state, "draft")));
    const named = Object.fromEntries(headings.flatMap((heading, column) => (mapping[column] && heading ? [[fold(heading), mapping[column]]] : [])));
    await rememberMapping(tx, by, seen.found.sourceId, { mapping: named, defaultKind: what.defaultKind }, now);
    return done({ id });
  });
}
