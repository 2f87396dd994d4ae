import { recordEvent } from "#app/domain/audit/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { eraseOldCases } from "#app/domain/feedback/index.server.ts";
import { forgetOldKeys } from "#app/domain/idempotency.server.ts";
import { forgetImportRows } from "#app/domain/intake/index.server.ts";
import { endOldSessions, forgetKeptForms } from "#app/domain/people/index.server.ts";
import { discardLeftBatches } from "#app/domain/paper/index.server.ts";
import { keepTitleWords } from "#app/domain/publishing/index.server.ts";
import { eraseOldRemarks } from "#app/domain/remarks/index.server.ts";
import { keepSamples } from "#app/domain/samples/index.server.ts";
import { eraseSlipCodes, forgetDeviceDays } from "#app/domain/surveys/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/**
 * Nightly: erases what the portal promised not to keep longer, and rows that serve nothing any more (limits are cleared
 * by their library). What went is counted in one event, in the same transaction.
 */
export async function keepTerms({ db, files, log, now }: Pick<Portal, "db" | "files" | "log" | "now">): Promise<void> {
  const at = now();
  const gone = await db.transaction(async (tx) => {
    const { lists, people } = await keepSamples(tx, at);
    const counts = {
      cases: await eraseOldCases(tx, files, at),
      slips: await eraseSlipCodes(tx, at),
      sessions: await endOldSessions(tx, at),
      forms: await forgetKeptForms(tx, at),
      keys: await forgetOldKeys(tx, at),
      paperBatches: await discardLeftBatches(tx, at),
      remarks: await eraseOldRemarks(tx, civilDay(at)),
      deviceDays: await forgetDeviceDays(tx, civilDay(at)),
      imports: await forgetImportRows(tx, at),
      lists,
      people,
    };
    await keepTitleWords(tx);
    if (Object.values(counts).every((count) => count === 0)) return undefined;
    await recordEvent(tx, "portal", { act: "portal.terms_kept", subject: "portal", subjectId: "terms", data: counts }, at);
    return counts;
  });
  if (gone) log.info(gone, "erased what is over its term");
}
