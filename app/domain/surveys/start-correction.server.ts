import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import type { CorrectionNote } from "./schemas.ts";

/**
 * Begins a correction of published results: sheets may be declared invalid or taken in again, and what comes of it becomes
 * the next edition once a leader approved it. Until then everybody sees the edition that stands.
 * @param note what the public is told, in both languages
 */
export async function startCorrection(db: Db, by: Official, slug: string, note: CorrectionNote, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    const findings = findPersonalData(`${note.vi}\n${note.en}`, { allowed: await listOwnContacts(tx) });
    if (findings.length > 0) return refuse("publish.personal_data");

    const beside = { correctionVi: note.vi, correctionEn: note.en, returnReason: null };
    if (!(await moveRound(tx, round, ["published"], "correcting", beside))) return refuse("survey.not_published");
    await recordEvent(tx, by, { act: "round.correction_started", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
