import { saveTemplate } from "#app/domain/feedback/index.server.ts";
import type { TemplateKind } from "#app/domain/feedback/vocabulary.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Db } from "#db/schema/handle.ts";
import { readData } from "./read-data.ts";

/** The demo's texts to begin an answer from, written by the coordinator. */
export async function loadTemplates(tx: Db, coordinator: Official, now: Date): Promise<void> {
  for (const template of readData<{ kind: TemplateKind; title: string; body: string }[]>("reply-templates")) {
    const saved = await saveTemplate(tx, coordinator, { ...template, active: true, revision: 0 }, now);
    if (!saved.ok) throw new Error(`A template of the demo was not saved: ${saved.code}`);
  }
}
