import { compareBatch } from "#app/domain/paper/index.server.ts";
import { paperColumns } from "#app/domain/paper/paper-columns.ts";
import { spoiledCode } from "#app/domain/paper/compare-rows.ts";
import { invitationCell } from "#app/domain/paper/vocabulary.ts";
import { mayIn, type Official } from "#app/domain/people/official.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { batchPage, type FoundBatch } from "./read-grid.server.ts";

/** Where the two typings of a pile differ; null once it is in the round or gone. */
export async function readComparison(visit: Visit & { official: Official }, found: FoundBatch) {
  const { db, portal, official, lang, url } = visit;
  const { batch, round } = found;
  const compared = batch.state === "keying" ? await compareBatch(db, portal.keys, official, batch.id) : undefined;
  const columns = paperColumns(round.layout.questionnaire);
  const done = Number(url.searchParams.get("xong") ?? Number.NaN);
  return {
    ...batchPage(visit, found),
    takesCodes: round.modes.includes("sample"),
    mayCommit: mayIn(official, "surveys.manage", round.authority.id),
    committed: batch.state === "committed" && Number.isInteger(done) ? batch.stored : null,
    comparison: compared
      ? {
          compared: compared.compared,
          differences: compared.differences.map(({ place, code, first, second, chosen }) => {
            const column = columns.find((one) => one.code === code);
            const label = (typed: string) => {
              const known = column?.keys.find(({ key }) => key === typed);
              return known ? `${typed} – ${inLanguage(lang, known.label)}` : typed;
            };
            return {
              place,
              code,
              sheet: batch.firstNumber + place,
              what: code === spoiledCode ? ("spoiled" as const) : code === invitationCell ? ("code" as const) : ("question" as const),
              number: column?.number ?? null,
              first: label(first),
              second: label(second),
              chosen,
            };
          }),
        }
      : null,
  };
}

export type ShownDifference = NonNullable<Awaited<ReturnType<typeof readComparison>>["comparison"]>["differences"][number];
