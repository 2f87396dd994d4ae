import { and, eq, inArray, sql } from "drizzle-orm";
import { remarks, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listOwnContacts } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { findRound } from "../surveys/index.server.ts";
import { isFrozen } from "../surveys/rules.ts";
import { groupIsLarge } from "./group-size.server.ts";
import { isShortened, onlyLeavesOut } from "./public-words.ts";
import type { RemarkProposal } from "./schemas.ts";
import { remarkReasonMinLength, remarksLeast } from "./vocabulary.ts";

/**
 * Proposes the words in which everybody may read an open answer. They only leave words out of what was written; what looks
 * like personal data blocks until it is left out or somebody says why it stays. Somebody else approves. The answer itself
 * stays as it is. Answers of a round that still takes some, or of a group of few, are not proposed.
 * @param which the answer, and the revision its page showed (0 where nobody had touched it)
 */
export async function proposeRemark(
  db: Db,
  by: Official,
  slug: string,
  which: { id: string; revision: number },
  { text, language, keptReason }: RemarkProposal,
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.read_answers", round.authority.id)) return refuse("remark.not_yours");
    if (!isFrozen(round.state)) return refuse("remark.round_open");
    const [original] = await tx
      .select()
      .from(sheetTexts)
      .where(and(eq(sheetTexts.id, which.id), eq(sheetTexts.roundId, round.id)));
    if (!original) return refuse("remark.not_found");
    if (!(await groupIsLarge(tx, original))) return refuse("remark.too_few", { least: remarksLeast });
    if (!onlyLeavesOut(original.body, text)) return refuse("remark.words_added");

    const findings = findPersonalData(text, { allowed: await listOwnContacts(tx) });
    if (findings.length > 0 && keptReason.length < remarkReasonMinLength) {
      return keptReason ? refuse("remark.reason_missing", { min: remarkReasonMinLength }) : refuse("publish.personal_data");
    }

    const { id, unitId, question } = original;
    await tx.insert(remarks).values({ id, roundId: round.id, unitId, question, revision: 0, createdAt: now }).onConflictDoNothing();
    const [proposed] = await tx
      .update(remarks)
      .set({
        state: "proposed",
        publicText: text,
        language,
        kept: findings.map((finding) => ({ kind: finding.kind, text: finding.text })),
        keptReason: findings.length > 0 ? keptReason : null,
        setAsideReason: null,
        reason: null,
        proposedById: by.id,
        approvedById: null,
        updatedAt: now,
        revision: sql`${remarks.revision} + 1`,
      })
      .where(and(eq(remarks.id, id), eq(remarks.revision, which.revision), inArray(remarks.state, ["read", "set_aside", "proposed"])))
      .returning({ revision: remarks.revision });
    if (!proposed) return refuse("remark.changed_meanwhile");

    const data = { round: round.slug, shortened: isShortened(original.body, text), kept: findings.length };
    await recordEvent(tx, by, { act: "remark.proposed", subject: "remark", subjectId: id, data }, now);
    return done({ id, revision: proposed.revision });
  });
}
