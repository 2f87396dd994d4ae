import { eq } from "drizzle-orm";
import { portalFacts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { FileStore } from "#app/domain/file-store.ts";
import type { Keys } from "#app/domain/keys.ts";
import { issueDemoKey } from "#app/domain/partners/index.server.ts";
import { keepTitleWords } from "#app/domain/publishing/index.server.ts";
import { loadCases } from "./load/cases.ts";
import { loadContent } from "./load/content.ts";
import { loadImprovements } from "./load/improvements.ts";
import { loadOfficials } from "./load/officials.ts";
import { loadPlansAndIndices } from "./load/plans.ts";
import { loadProcedures } from "./load/procedures.ts";
import { loadRouting } from "./load/routing.ts";
import { loadServiceQuality } from "./load/service-quality.ts";
import { loadSurveys } from "./load/surveys.ts";
import { loadTemplates } from "./load/templates.ts";
import { loadUnits } from "./load/units.ts";

export type DemoWorld = { db: Db; keys: Keys; files: FileStore; now: Date; password: string };

/**
 * Loads the demo world on the first run of the embedded database: all of it or nothing, the same every time,
 * relative to today. @returns false when it was there already
 */
export async function seedDemoWorld({ db, keys, files, now, password }: DemoWorld): Promise<boolean> {
  const [loaded] = await db.select().from(portalFacts).where(eq(portalFacts.name, "demo"));
  if (loaded) return false;

  await db.transaction(async (tx) => {
    await tx.insert(portalFacts).values({ name: "demo", value: true });
    const units = await loadUnits(tx, now);
    const officials = await loadOfficials(tx, units, password);
    await loadRouting(tx, officials.coordinator, now);
    await loadTemplates(tx, officials.coordinator, now);
    await issueDemoKey(tx, "Ứng dụng đô thị thông minh (mẫu)", now);
    const procedures = await loadProcedures(tx, units, now);
    await loadContent(tx, units, officials, now);
    await loadPlansAndIndices(tx, units, now);
    await loadSurveys(tx, { units, officials, procedures, keys, now });
    await loadImprovements(tx, officials, now);
    await loadCases(tx, { units, officials, procedures, keys, files, now });
    await loadServiceQuality(tx, { units, officials, now });
    await keepTitleWords(tx);
  });
  return true;
}
