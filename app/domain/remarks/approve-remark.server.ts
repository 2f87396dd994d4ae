import { and, eq, sql } from "drizzle-orm";
import { remarks, remarkTags, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { listOwnContacts, publish } from "../publishing/index.server.ts";
import { findPersonalData } from "../publishing/personal-data.ts";
import { cut } from "../storable.ts";
import { findRound, type Round } from "../surveys/index.server.ts";
import { isFinal } from "../surveys/rules.ts";
import { groupIsLarge } from "./group-size.server.ts";
import { isShortened } from "./public-words.ts";
import { listTags } from "./tags.server.ts";
import { remarkReasonMaxLength, remarkReasonMinLength, remarksLeast } from "./vocabulary.ts";

/**
 * Puts a proposed answer before the public, with its tags, once the results of its round are public. Four eyes: whoever proposed it may not. The copy says the round,
 * never the month; the detector looks again, and passes only what the proposal said to keep.
 */
export async function approveRemark(db: Db, by: Official, slug: string, which: { id: string; revision: number }, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeProposed(tx, by, slug, which.id);
    if (!taken.ok) return taken;
    const { round, remark } = taken.value;
    if (!isFinal(round.state)) return refuse("remark.results_first");
    if (remark.proposedById === by.id) return refuse("remark.own_proposal");
    const [original] = await tx.select().from(sheetTexts).where(eq(sheetTexts.id, remark.id));
    const text = remark.publicText;
    if (!original || text === null) return refuse("remark.not_found");
    if (!(await groupIsLarge(tx, original))) return refuse("remark.too_few", { least: remarksLeast });

    const [approved] = await tx
      .update(remarks)
      .set({ state: "published", approvedById: by.id, publishedAt: now, reason: null, updatedAt: now, revision: sql`${remarks.revision} + 1` })
      .where(and(eq(remarks.id, remark.id), eq(remarks.revision, which.revision), eq(remarks.state, "proposed")))
      .returning({ id: remarks.id });
    if (!approved) return refuse("remark.changed_meanwhile");

    const tags = await tagsOf(tx, round, remark.id);
    // Names of own tags are words of officials: the detector reads them like the answer.
    const sensitiveText = [text, ...tags.filter(({ own }) => own).flatMap(({ name }) => [name.vi, name.en ?? ""])].join("\n");
    const findings = findPersonalData(sensitiveText, { allowed: await listOwnContacts(tx) });
    const kept = (finding: { kind: string; text: string }) => remark.kept.some((one) => one.kind === finding.kind && one.text === finding.text);
    const unit = round.units.find(({ id }) => id === remark.unitId) ?? round.authority;
    const { slug: authority, name } = round.authority;
    const copy = await publish(
      tx,
      by,
      {
        kind: "remark",
        slug: remark.id,
        subjectId: remark.id,
        title: { vi: text, en: null },
        searchText: text,
        sensitiveText,
        personalDataAccepted: findings.length > 0 && findings.every(kept),
        facets: { unit: unit.slug, authority, category: round.slug, field: remark.question },
        sortDay: round.closesOn,
        content: {
          round: { slug: round.slug, name: round.title },
          authority: { slug: authority, name },
          unit: { slug: unit.slug, name: unit.name },
          question: { code: remark.question, text: round.layout.texts.find(({ code }) => code === remark.question)?.text ?? round.title },
          text,
          language: remark.language,
          shortened: isShortened(original.body, text),
          year: Number(round.closesOn.slice(0, 4)),
          tags: tags.map(({ code, name }) => ({ code, name })),
        },
      },
      now,
    );
    if (!copy.ok) return copy;
    await recordEvent(
      tx,
      by,
      { act: "remark.published", subject: "remark", subjectId: remark.id, data: { round: round.slug, unit: unit.slug } },
      now,
    );
    return done({ id: remark.id });
  });
}

/** Gives a proposal back to who proposed it, with the reason. */
export async function returnRemark(db: Db, by: Official, slug: string, which: { id: string; revision: number; reason: string }, now = new Date()) {
  const reason = cut(which.reason, remarkReasonMaxLength);
  if (reason.length < remarkReasonMinLength) return refuse("remark.reason_missing", { min: remarkReasonMinLength });
  return inOneAct(db, async (tx) => {
    const taken = await takeProposed(tx, by, slug, which.id);
    if (!taken.ok) return taken;
    const [given] = await tx
      .update(remarks)
      .set({ state: "read", reason, updatedAt: now, revision: sql`${remarks.revision} + 1` })
      .where(and(eq(remarks.id, which.id), eq(remarks.revision, which.revision), eq(remarks.state, "proposed")))
      .returning({ id: remarks.id });
    if (!given) return refuse("remark.changed_meanwhile");
    await recordEvent(tx, by, { act: "remark.returned", subject: "remark", subjectId: given.id, data: { round: slug } }, now);
    return done(given);
  });
}

async function takeProposed(tx: Db, by: Official, slug: string, id: string) {
  const round = await findRound(tx, slug);
  if (!round) return refuse("survey.not_found");
  if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("remark.not_yours");
  const [remark] = await tx
    .select()
    .from(remarks)
    .where(and(eq(remarks.id, id), eq(remarks.roundId, round.id)))
    .for("update");
  return remark ? done({ round, remark }) : refuse("remark.not_found");
}

async function tagsOf(tx: Db, round: Round, id: string) {
  const given = await tx.select({ tag: remarkTags.tag }).from(remarkTags).where(eq(remarkTags.remarkId, id));
  const codes = given.map(({ tag }) => tag);
  return (await listTags(tx, round)).filter(({ code }) => codes.includes(code));
}
