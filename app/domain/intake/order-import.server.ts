import { and, eq } from "drizzle-orm";
import { caseImports } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { queueJob } from "../queue-job.server.ts";
import { findImport, isImporting } from "./find-import.server.ts";
import { mappingProblems } from "./guess-columns.ts";
import { importKeptHours } from "./vocabulary.ts";

/**
 * Has the rows of a list made into cases, by a job: the list belongs to the portal from here on, and its columns are
 * settled. One whose job is gone gets a new one, which goes on where the last one stopped; pressed twice, one works.
 * Refuses: `case.not_yours`, `import.not_found`.
 */
export async function orderImport(db: Db, keys: Keys, by: Official, id: string, now = new Date()) {
  if (!mayIn(by, "cases.enter")) return refuse("case.not_yours");
  return inOneAct(db, async (tx) => {
    const seen = await findImport(tx, keys, by, id, now);
    if (!seen?.kept || seen.found.state === "done") return refuse("import.not_found", { hours: importKeptHours });
    const { missing, twice } = mappingProblems(seen.found.mapping);
    if (missing.length > 0 || twice.length > 0) return refuse("import.not_found", { hours: importKeptHours });

    const [ordered] = await tx
      .update(caseImports)
      .set({ state: "running" })
      .where(and(eq(caseImports.id, id), eq(caseImports.state, "draft")))
      .returning({ rows: caseImports.rows });
    if (ordered) await recordEvent(tx, by, { act: "import.ordered", subject: "portal", subjectId: id, data: { rows: ordered.rows } }, now);
    if (!(await isImporting(tx, id))) await queueJob(tx, { name: "import-rows", data: { importId: id } });
    return done({ id });
  });
}
