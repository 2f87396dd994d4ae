import { findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { remarkFigures } from "#app/domain/remarks/index.server.ts";
import { findRound, readRoundReport } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { type asAnyone, notFound } from "#app/platform/guards.server.ts";

type Visit = ReturnType<typeof asAnyone>;

/** A round whose figures everybody may see, by its address; 404 for any other, as while its sheets are checked. */
export async function findSeenRound({ db }: Visit, slug: string | undefined) {
  const copy = await findPublic(db, "round", slug ?? "");
  const round = copy && (await findRound(db, copy.slug));
  if (!round || round.state === "closed") throw notFound();
  return round;
}

/** Remarks in a report; the rest stands on their page. */
const remarksMost = 100;

/** The report of a round that everybody may see, and the headers that let it be kept once nothing of it changes. */
export async function readReport(visit: Visit, slug: string | undefined) {
  const round = await findSeenRound(visit, slug);
  const remarks = await listPublic(visit.db, "remark", { category: round.slug }, { limit: remarksMost });
  const headers: Record<string, string> = isFrozen(round.state) ? { "Portal-Cache": "public" } : {};
  return {
    report: await readRoundReport(visit.db, round, visit.now),
    remarks: { figures: await remarkFigures(visit.db, round), items: remarks.items.map(({ content }) => content) },
    address: `${visit.portal.publicUrl}${visit.to(`/hai-long/${round.slug}`)}`,
    headers,
  };
}
