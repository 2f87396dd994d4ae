import type { Language } from "#app/domain/content/vocabulary.ts";
import { countedMost, type RemarkCounts } from "#app/domain/remarks/index.server.ts";
import type { RemarkStanding } from "#app/domain/remarks/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";

/** A number as the list's tabs show it; `over` where there are more than that. */
export type ShownCount = { text: string; over: boolean };

/** How many answers stand where, in the reader's numbers. */
export function toCounts(counts: RemarkCounts, standings: readonly RemarkStanding[], lang: Language) {
  const shown = (n: number): ShownCount => ({ text: formatNumber(lang, Math.min(n, countedMost)), over: n > countedMost });
  const few = (standing: RemarkStanding) =>
    standing === "new" && counts.all > countedMost ? { ...shown(counts.byStanding.new), over: true } : shown(counts.byStanding[standing]);
  return {
    all: shown(counts.all),
    byStanding: standings.map((standing) => ({ standing, ...few(standing) })),
  };
}
