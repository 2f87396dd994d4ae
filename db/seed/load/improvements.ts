import { civilDay, plusDays } from "#app/domain/calendar/civil-day.ts";
import { publishImprovement, saveImprovement } from "#app/domain/improvements/index.server.ts";
import { ImprovementDraft } from "#app/domain/improvements/schemas.ts";
import type { Db } from "#db/schema/handle.ts";
import type { LoadedOfficials } from "./officials.ts";
import { readData } from "./read-data.ts";

type DemoImprovement = { unit: string; criterion: string; days_ago: number; said_vi: string; said_en: string; did_vi: string; did_en: string };

/** What units of the demo say they mended, written by a handler and put before the public by the approver. */
export async function loadImprovements(tx: Db, { handler, approver }: LoadedOfficials, now: Date): Promise<void> {
  for (const item of readData<DemoImprovement[]>("improvements")) {
    const draft = ImprovementDraft.parse({
      unit: item.unit,
      criterion: item.criterion,
      saidVi: item.said_vi,
      saidEn: item.said_en,
      didVi: item.did_vi,
      didEn: item.did_en,
      doneOn: plusDays(civilDay(now), -item.days_ago),
    });
    const saved = await saveImprovement(tx, handler, draft, undefined, now);
    if (!saved.ok) throw new Error(`An improvement of the demo was not written: ${saved.code}`);
    const published = await publishImprovement(tx, approver, { id: saved.value.id, revision: 1 }, now);
    if (!published.ok) throw new Error(`An improvement of the demo was not published: ${published.code}`);
  }
}
