import { createHash } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { questionnaireVersions, rounds, roundUnits, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Language } from "../content/vocabulary.ts";
import type { Keys } from "../keys.ts";
import { type Refused, refuse } from "../outcome.ts";
import { findProcedureIds } from "./find-procedure.server.ts";
import { layoutOf } from "./questionnaire.ts";
import { readPaperSheet } from "./read-paper-sheet.ts";
import { readSheet, type ReadSheet, type SheetErrors } from "./read-sheet.ts";
import { takesAnswers, takesPaper } from "./rules.ts";
import { hashSlipCode } from "./slip-code.server.ts";
import type { SheetMode } from "./vocabulary.ts";

export type Submission = {
  /** Slug of the round. */
  round: string;
  /** As it came in; it is read against the round's questionnaire here. */
  sheet: unknown;
  /** How it came in. A slip brings its own mode, which then counts. */
  mode: SheetMode;
  /** One per rendered form or per call: a retry with the same key gets the same receipt, never a second sheet. */
  idempotencyKey: string;
  language: Language;
  /** A person at a form is asked for the unit; a machine that leaves it out rates the authority. */
  mustNameUnit?: boolean;
  /** From the first look at the form to its sending, where that was measured. Makes a flag; stored nowhere. */
  secondsTaken?: number | null;
  /** On paper: the last day on which it may have been filled in. A slip it names has to have been good then. */
  filledOn?: string;
  /** What can be told of the device; of use with the open link only. Makes a flag; stored nowhere. */
  device?: string | null;
};

export type WrongSheet = Refused<"survey.sheet_wrong"> & { readonly errors: SheetErrors };
export const wrongSheet = (errors: SheetErrors): WrongSheet => ({ ...refuse("survey.sheet_wrong"), errors });

/** A submission that was understood. Whether it may be stored is another question: `whyNot`. */
export type Understood = {
  index: number;
  sheet: ReadSheet;
  round: typeof rounds.$inferSelect;
  mode: SheetMode;
  language: Language;
  day: string;
  /** The day on which its slip has to have been good. */
  slipDay: string;
  /** Null with a slip, which brings its own. */
  unitId: string | null;
  procedureId: string | null;
  slipHash: string | null;
  secondsTaken: number | null;
  /** Null where many people rightly answer on one device. */
  device: string | null;
  keyHash: string;
  bodyHash: string;
  receipt: string;
  whyNot: Refused<"survey.not_open" | "survey.mode_not_open" | "survey.unit_not_in_round" | "survey.slip_unknown"> | WrongSheet | undefined;
};

/**
 * Reads submissions against their rounds. The rounds' rows are locked in share mode until commit: closing waits for
 * sheets on their way, and a sheet that comes after it finds the round closed.
 */
export async function readSubmissions(tx: Db, keys: Keys, list: readonly { submission: Submission; now: Date }[]) {
  const forms = await loadForms(tx, [...new Set(list.map(({ submission }) => submission.round))]);
  const answers: (Understood | WrongSheet | Refused<"survey.not_found">)[] = list.map(({ submission, now }, index) => {
    const form = forms.get(submission.round);
    if (!form) return refuse("survey.not_found");
    const read =
      submission.mode === "paper"
        ? readPaperSheet(form.layout, submission.sheet)
        : readSheet(form.layout, submission.sheet, { unit: submission.mustNameUnit === true && form.units.length > 1 });
    return read.ok ? understand(keys, form, submission, read.sheet, index, civilDay(now)) : wrongSheet(read.errors);
  });

  for (const { round } of forms.values()) {
    const named = answers
      .filter((one) => "index" in one)
      .filter((one) => one.round === round && one.sheet.procedure !== null && one.slipHash === null);
    const ids = await findProcedureIds(
      tx,
      round.authorityId,
      named.map(({ sheet }) => sheet.procedure ?? ""),
    );
    for (const one of named) {
      one.procedureId = ids.get(one.sheet.procedure ?? "") ?? null;
      if (one.procedureId === null) one.whyNot ??= wrongSheet({ procedure: ["unknown"] });
    }
  }
  return answers;
}

type Form = { round: typeof rounds.$inferSelect; layout: ReturnType<typeof layoutOf>; units: { id: string; slug: string }[] };

async function loadForms(tx: Db, slugs: string[]): Promise<Map<string, Form>> {
  const found = await tx.select().from(rounds).where(inArray(rounds.slug, slugs)).for("share");
  if (found.length === 0) return new Map();

  const versionIds = found.map((round) => round.questionnaireVersionId);
  const versions = await tx.select().from(questionnaireVersions).where(inArray(questionnaireVersions.id, versionIds));
  const rated = await tx
    .select({ roundId: roundUnits.roundId, id: units.id, slug: units.slug })
    .from(roundUnits)
    .innerJoin(units, eq(units.id, roundUnits.unitId))
    .where(
      inArray(
        roundUnits.roundId,
        found.map(({ id }) => id),
      ),
    );

  return new Map(
    found.flatMap((round) => {
      const version = versions.find(({ id }) => id === round.questionnaireVersionId);
      return version ? [[round.slug, { round, layout: layoutOf(version), units: rated.filter(({ roundId }) => roundId === round.id) }] as const] : [];
    }),
  );
}

function understand(keys: Keys, { round, units: rated }: Form, submission: Submission, sheet: ReadSheet, index: number, day: string): Understood {
  const slipHash = sheet.slip === null ? null : (hashSlipCode(sheet.slip) ?? "");
  // What a slip lets in, its row says when it is used up.
  const mode = slipHash === null ? submission.mode : "desk_slip";
  const unitId = unitOf(sheet, rated, round.authorityId);
  const { idempotencyKey } = submission;
  const body = JSON.stringify([sheet.answers, sheet.choices, sheet.texts, sheet.unit, sheet.procedure, sheet.slip, mode]);

  const whyNot = () => {
    const takes = submission.mode === "paper" ? takesPaper : takesAnswers;
    if (!takes(round, day)) return refuse("survey.not_open");
    if (slipHash === "") return refuse("survey.slip_unknown");
    if (slipHash !== null) return undefined;
    if (!round.modes.includes(mode)) return refuse("survey.mode_not_open");
    return unitId === undefined ? refuse("survey.unit_not_in_round") : undefined;
  };
  return {
    index,
    sheet,
    round,
    mode,
    language: submission.language,
    day,
    slipDay: submission.filledOn ?? day,
    unitId: slipHash === null ? (unitId ?? null) : null,
    procedureId: null,
    slipHash,
    secondsTaken: submission.secondsTaken ?? null,
    device: mode === "open_link" && submission.device ? `${round.slug}\n${submission.device}` : null,
    keyHash: createHash("sha256").update(`sheet ${round.slug}\n${idempotencyKey}`).digest("hex"),
    // Secret, and with the key in it: from the key's row nobody can tell which sheet it let in.
    bodyHash: keys.fingerprint("sheet body", `${idempotencyKey}\n${body}`),
    receipt: receiptFor(keys, round.slug, idempotencyKey),
    whyNot: whyNot(),
  };
}

/** The unit that is rated; a sheet that names none rates the only one there is, else the authority as a whole. */
function unitOf(sheet: ReadSheet, rated: readonly { id: string; slug: string }[], authorityId: string): string | undefined {
  if (sheet.unit !== null) return rated.find(({ slug }) => slug === sheet.unit)?.id;
  return rated.length === 1 ? rated[0]?.id : authorityId;
}

/** Eight characters that say “we have it”. They come from the key alone and lead to nothing. */
function receiptFor(keys: Keys, round: string, idempotencyKey: string): string {
  const hex = keys.derive("sheet receipt", `${round}\n${idempotencyKey}`).toString("hex").toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}`;
}
