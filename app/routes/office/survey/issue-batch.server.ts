import type { Official } from "#app/domain/people/official.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { findRound, issueSlips } from "#app/domain/surveys/index.server.ts";
import { SlipBatch } from "#app/domain/surveys/schemas.ts";
import type { SlipOccasion } from "#app/domain/surveys/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { type FieldErrors, fieldSentences, refusalSentence } from "../../sentences.ts";
import { isSlipLayout, type SlipLayout } from "./slip-layouts.ts";

/** Everything a printed slip says. */
export type PrintedBatch = {
  title: string;
  authority: string;
  unit: string;
  procedure: string | null;
  expiresOn: string;
  layout: SlipLayout;
  batch: number;
  occasion: SlipOccasion;
  /** Where the code is typed in, without `https://`. */
  address: string;
  slips: { code: string; modules: boolean[][] }[];
};

export type BatchAnswer = {
  batch: PrintedBatch | null;
  typed: Record<string, string>;
  errors: FieldErrors;
  refused: string | null;
  status: 200 | 409 | 422;
};

/** Issues the slips that the form asks for and lays them out for printing. */
export async function issueBatch(
  { db, lang, official, now, t, to, portal }: Visit & { official: Official },
  typed: Record<string, string>,
): Promise<BatchAnswer> {
  const again = (status: 409 | 422, errors: FieldErrors, refused: string | null = null): BatchAnswer => ({
    batch: null,
    typed,
    errors,
    refused,
    status,
  });
  const [round = "", unit = ""] = (typed.place ?? "").split("/");
  const parsed = SlipBatch.safeParse({
    round,
    unit,
    procedure: typed.procedure || null,
    occasion: typed.occasion,
    count: Number(typed.count || Number.NaN),
    validDays: Number(typed.validDays || Number.NaN),
  });
  if (!parsed.success) {
    const { round: noRound, unit: noUnit, ...errors } = fieldSentences(t, parsed.error);
    return again(422, { ...errors, place: noRound ?? noUnit });
  }

  const issued = await issueSlips(db, official, parsed.data, now);
  if (!issued.ok) return again(409, {}, refusalSentence(t, issued));
  const [found, procedure] = await Promise.all([
    findRound(db, issued.value.round),
    issued.value.procedure ? findPublic(db, "procedure", issued.value.procedure) : undefined,
  ]);
  return {
    batch: {
      title: found ? inLanguage(lang, found.title) : "",
      authority: found ? inLanguage(lang, found.authority.name) : "",
      unit: inLanguage(lang, issued.value.unit.name),
      procedure: procedure ? inLanguage(lang, procedure.content.name) : null,
      expiresOn: formatDay(lang, issued.value.expiresOn),
      layout: isSlipLayout(typed.layout) ? typed.layout : "a6_4",
      batch: issued.value.batch,
      occasion: parsed.data.occasion,
      address: `${portal.publicUrl}${to("/khao-sat")}`.replace(/^https?:\/\//, ""),
      slips: issued.value.codes.map((code) => ({ code, modules: qrModules(`${portal.publicUrl}${to(`/p/${code}`)}`) })),
    },
    typed: {},
    errors: {},
    refused: null,
    status: 200,
  };
}
