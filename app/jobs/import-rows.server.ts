import { importRows } from "#app/domain/intake/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Makes cases of the next rows of an ordered list; the act queues the job for the rest. */
export async function importRowsJob(
  { db, keys, files, log, now }: Pick<Portal, "db" | "keys" | "files" | "log" | "now">,
  importId: string,
): Promise<void> {
  const { fate, made, errors } = await importRows(db, keys, files, importId, now());
  for (const err of errors) log.error({ importId, err }, "a row of a list could not be imported");
  if (fate === "idle") log.warn({ importId }, "there was nothing to import");
  else log.info({ importId, fate, made }, "rows of a list were imported");
}
