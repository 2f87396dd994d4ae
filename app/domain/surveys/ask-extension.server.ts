import { roundExtensions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import { findAskedExtension, listExtensions } from "./round-extensions.server.ts";
import { halfOf } from "./rounds-due.ts";
import type { ExtensionWish } from "./schemas.ts";
import { extensionDaysMost } from "./vocabulary.ts";

/**
 * Asks for a later last day of an open round; a leader decides (`approveExtension`). All extensions of a round together are
 * `extensionDaysMost` days at most, and lead out of the half-year the round is held for only where that was said.
 * @param wish the day, and the reason as the public will read it
 */
export async function askExtension(db: Db, by: Official, slug: string, wish: ExtensionWish, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    if (!(await moveRound(tx, round, ["open"], "open", { returnReason: null }))) return refuse("survey.not_open");
    if (await findAskedExtension(tx, round.id)) return refuse("survey.extension_asked");

    // Read behind the lock: a leader may just have approved another one.
    const extensions = await listExtensions(tx, round.id);
    const [closesOn, first] = [extensions[0]?.until ?? round.closesOn, extensions.at(-1)?.from ?? round.closesOn];
    if (wish.until <= closesOn || wish.until < civilDay(now)) return refuse("survey.extension_too_early");
    if (wish.until > plusDays(first, extensionDaysMost)) return refuse("survey.extension_too_late", { days: extensionDaysMost });
    if (wish.until > halfOf(round.opensOn).lastDay && !wish.acrossHalf) return refuse("survey.extension_across_half");
    const findings = findPersonalData(`${wish.vi}\n${wish.en}`, { allowed: await listOwnContacts(tx) });
    if (findings.length > 0) return refuse("publish.personal_data");

    await tx
      .insert(roundExtensions)
      .values({ roundId: round.id, fromDay: closesOn, untilDay: wish.until, reasonVi: wish.vi, reasonEn: wish.en, askedAt: now });
    const data = { from: closesOn, until: wish.until };
    await recordEvent(tx, by, { act: "round.extension_asked", subject: "round", subjectId: round.id, data }, now);
    return done({ slug: round.slug });
  });
}
