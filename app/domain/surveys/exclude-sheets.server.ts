import { sheetExclusions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { freeze, mayBeShown } from "./freeze-results.server.ts";
import { moveRound } from "./move-round.server.ts";
import type { ExclusionDraft } from "./schemas.ts";
import { listEarlierEditions } from "./set-aside.server.ts";
import { countExcluded, isStanding, listExclusions } from "./sheet-exclusions.server.ts";
import { excludedAtLeast, groupOfMode, modeGroups } from "./vocabulary.ts";

/**
 * Declares a group of sheets invalid while they are checked, or while a correction is made. Sheets stay as they are; figures
 * are computed without those of the group, and how many there are is published with the reason. Refused where the
 * group adds fewer than five sheets, or where figures with and without it would tell the answers of fewer than five.
 */
export async function excludeSheets(db: Db, by: Official, slug: string, draft: ExclusionDraft, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const unit = draft.unit === null ? null : [...round.units, round.authority].find((one) => one.slug === draft.unit);
    if (unit === undefined) return refuse("survey.unit_not_in_round");
    // Holds the round's row: two at once would not see each other's group.
    const checking = (await moveRound(tx, round, ["to_check"], "to_check")) || (await moveRound(tx, round, ["correcting"], "correcting"));
    if (!checking) return refuse("survey.not_checking");

    const before = await listExclusions(tx, round.id);
    const group = { unitId: unit?.id ?? null, mode: draft.mode, fromDay: draft.fromDay, toDay: draft.toDay, flag: draft.flag };
    const values = { ...group, roundId: round.id, number: (before.at(-1)?.number ?? 0) + 1, reason: draft.reason, note: draft.note };
    const added = { ...values, id: "", sheets: 0, declaredById: by.id, declaredAt: now, withdrawnById: null, withdrawnAt: null, withdrawnNote: null };
    const standing = [...before.filter(isStanding), added];
    const counted = (await countExcluded(tx, round.id, standing)).filter(({ number }) => number === values.number);
    const sheetsOf = (list: typeof counted) => list.reduce((sum, one) => sum + one.sheets, 0);
    const sheets = sheetsOf(counted);
    // How many is published with the reason, apart for those who were drawn.
    const isTooFew = modeGroups.some((group) => {
      const n = sheetsOf(counted.filter(({ mode }) => groupOfMode[mode] === group));
      return n > 0 && n < excludedAtLeast;
    });
    if (sheets === 0 || isTooFew) return refuse("survey.exclusion_too_few");
    await tx.insert(sheetExclusions).values({ ...values, sheets, declaredById: by.id, declaredAt: now });
    const content = await freeze(tx, round, { earlier: await listEarlierEditions(tx, round.id) });
    if (!mayBeShown(content)) return refuse("survey.exclusion_too_few");

    const data = { number: values.number, reason: draft.reason, sheets };
    await recordEvent(tx, by, { act: "round.sheets_excluded", subject: "round", subjectId: round.id, data }, now);
    return done({ slug: round.slug, number: values.number, sheets });
  });
}
