import { listBatches, mayTypeFor, openBatch, type PaperBatch } from "#app/domain/paper/index.server.ts";
import { PaperBatchDraft } from "#app/domain/paper/schemas.ts";
import type { Official } from "#app/domain/people/official.ts";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { findRound, type Round } from "#app/domain/surveys/index.server.ts";
import { lastKeyingDay, takesPaper } from "#app/domain/surveys/rules.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { notFound, type Visit } from "#app/platform/guards.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";

type OfficeVisit = Visit & { official: Official };

/** A round where the official types paper in for some unit. @throws 404 for any other */
export async function roundForPaper({ db, official }: OfficeVisit, slug = ""): Promise<Round> {
  const round = await findRound(db, slug);
  if (!round || !round.units.some(({ id }) => mayTypeFor(official, round, id))) throw notFound();
  return round;
}

/** The piles of a round, and what a new one can be made of while the round takes paper. */
export async function readBatches({ db, official, lang, today }: OfficeVisit, round: Round) {
  const [batches, procedures] = await Promise.all([
    listBatches(db, official, round),
    listPublic(db, "procedure", { authority: round.authority.slug }, { limit: 100 }),
  ]);
  const isOpen = takesPaper(round, today) && round.modes.includes("paper");
  return {
    title: inLanguage(lang, round.title),
    batches: batches.map((batch) => ({ ...batchFacts(batch), slug: round.slug, unit: inLanguage(lang, batch.unitName) })),
    open: isOpen
      ? {
          units: round.units
            .filter(({ id }) => mayTypeFor(official, round, id))
            .map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) })),
          procedures: procedures.items.map(({ slug, content }) => ({ value: slug, label: inLanguage(lang, content.name) })),
          lastDay: round.closesOn < today ? round.closesOn : today,
        }
      : null,
    onlyKeying: isOpen && round.closesOn < today ? { ended: round.closesOn, until: lastKeyingDay(round) } : null,
  };
}

/** What the pages say of a pile. */
export const batchFacts = (batch: PaperBatch) => ({
  id: batch.id,
  from: batch.firstNumber,
  to: batch.firstNumber + batch.sheets - 1,
  sheets: batch.sheets,
  filledFrom: batch.filledFrom,
  filledTo: batch.filledTo,
  state: batch.state,
  operator: batch.operator,
  secondOperator: batch.secondOperator,
  typed: batch.typed,
  typedTwice: batch.typedTwice,
  stored: batch.stored,
  comparedCells: batch.comparedCells,
  differingCells: batch.differingCells,
});

export type BatchLine = Awaited<ReturnType<typeof readBatches>>["batches"][number];

/** Opens a pile as the form asks. */
export async function beginBatch(
  { db, official, now, t }: OfficeVisit,
  round: Round,
  typed: Record<string, string>,
): Promise<{ id: string } | { typed: Record<string, string>; errors: FieldErrors; refused: string | null; status: 409 | 422 }> {
  const number = (name: string) => Number(typed[name] || Number.NaN);
  const draft = PaperBatchDraft.safeParse({
    round: round.slug,
    unit: typed.unit,
    procedure: typed.procedure || null,
    filledFrom: typed.filledFrom,
    filledTo: typed.filledTo,
    firstNumber: number("firstNumber"),
    sheets: number("sheets"),
  });
  if (!draft.success) return { typed, errors: fieldSentences(t, draft.error), refused: null, status: 422 };
  const opened = await openBatch(db, official, draft.data, now);
  return opened.ok ? { id: opened.value.id } : { typed, errors: {}, refused: refusalSentence(t, opened), status: 409 };
}
