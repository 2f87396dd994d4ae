import { and, eq, isNull } from "drizzle-orm";
import { questionnaireVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/**
 * Opens a round that a leader approved: it takes answers on its days, everybody can see it, and from now on its questionnaire
 * version, and what respondents are told, can never change (domain.md 7.4).
 */
export async function openRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    if (round.closesOn < civilDay(now)) return refuse("survey.over_already");

    if (!(await moveRound(tx, round, ["approved"], "open"))) return refuse("survey.not_approved");

    await tx
      .update(questionnaireVersions)
      .set({ usedAt: now })
      .where(and(eq(questionnaireVersions.id, round.versionId), isNull(questionnaireVersions.usedAt)));
    await recordEvent(
      tx,
      by,
      {
        act: "round.opened",
        subject: "round",
        subjectId: round.id,
        data: { questionnaire: round.questionnaire.code, version: round.questionnaire.version },
      },
      now,
    );
    await publishRoundCopy(tx, by, round, "open", now);
    return done({ slug: round.slug });
  });
}
