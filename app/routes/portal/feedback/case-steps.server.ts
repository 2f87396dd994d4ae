import { randomUUID } from "node:crypto";
import type { SubmissionResult } from "@conform-to/react";
import { similarPublished } from "#app/domain/feedback/index.server.ts";
import { warningsOf } from "#app/domain/feedback/rules.ts";
import type { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { soundsUrgent } from "#app/domain/feedback/urgent-words.ts";
import { soundsFormal } from "#app/domain/feedback/formal-words.ts";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { findPublic, listOwnContacts } from "#app/domain/publishing/index.server.ts";
import { findPersonalData } from "#app/domain/publishing/personal-data.ts";
import { findUnitInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { promiseAnswer } from "../../feedback/answer-promise.server.ts";
import { listUnitChoices } from "../../feedback/public-units.server.ts";
import type { CaseReviewProps } from "./case-review.tsx";
import type { CaseFormTexts } from "./read-case-form.server.ts";

/** What the second step shows for a kind, with what was typed so far. */
export async function buildForm({ db, lang, today, now }: Visit, kind: CaseKind, typed: CaseFormTexts, result?: SubmissionResult) {
  const procedure = typed.procedure ? await findPublic(db, "procedure", typed.procedure) : undefined;
  const about = procedure && {
    procedure: procedure.slug,
    name: inLanguage(lang, procedure.content.name),
    unit: inLanguage(lang, procedure.content.unit.name),
  };
  const slug = procedure?.content.unit.slug ?? typed.unit;
  const unit = slug ? await findUnitInForce(db, { slug }, today) : undefined;
  return {
    step: "form" as const,
    kind,
    typed,
    result,
    about: about ?? null,
    unknownProcedure: Boolean(typed.procedure && !procedure),
    units: about ? [] : await listUnitChoices(db, lang),
    promise: (await promiseAnswer(db, kind, unit?.id ?? null, today)) ?? null,
    today,
    started: typed.started ?? String(now.getTime()),
  };
}

/** What the last step shows: the case as it will be sent, and what its author should know first. */
export async function buildReview(
  { db, lang, today }: Visit,
  typed: CaseFormTexts,
  draft: CaseDraft,
  { errors = {}, photosLost = false }: { errors?: CaseReviewProps["errors"]; photosLost?: boolean } = {},
) {
  const [procedure, similar, ownContacts] = await Promise.all([
    draft.procedure ? findPublic(db, "procedure", draft.procedure) : undefined,
    similarPublished(db, draft.subject),
    listOwnContacts(db),
  ]);
  const slug = procedure?.content.unit.slug ?? draft.unit;
  const unit = slug ? await findUnitInForce(db, { slug }, today) : undefined;
  const letter = `${draft.subject}\n${draft.body}`;
  return {
    step: "check" as const,
    typed,
    draft,
    aboutName: procedure ? inLanguage(lang, procedure.content.name) : null,
    promise: (await promiseAnswer(db, draft.kind, unit?.id ?? null, today)) ?? null,
    unitName: draft.unit && unit ? inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) : null,
    sendKey: sendKeyOf(typed),
    urgent: soundsUrgent(letter),
    formal: soundsFormal(letter),
    notVietnamese: draft.kind === "phan_anh_kien_nghi" && warningsOf(draft).includes("not_vietnamese"),
    personal: personalIn([draft.subject, draft.body, draft.place], ownContacts),
    ownContacts,
    similar: similar.map(({ code, title, answer, unit: by }) => ({ code, title, answer: shorten(answer), unit: inLanguage(lang, by.name) })),
    errors,
    photosLost,
  };
}

/** Personal data in what the sender wrote, each number or name once however often it stands there. */
function personalIn(texts: readonly (string | undefined)[], allowed: readonly string[]): CaseReviewProps["personal"] {
  const found = texts.flatMap((text) => (text ? findPersonalData(text, { allowed }) : []));
  return [...new Map(found.map(({ kind, text }) => [`${kind} ${text}`, { kind, text }])).values()];
}

/** The key made for a review page; a new one where there is none yet. */
export const sendKeyOf = ({ key }: CaseFormTexts): string => (key && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key) ? key : randomUUID());

const shorten = (text: string) => (text.length > 260 ? `${text.slice(0, 260).replace(/\s+\S*$/, "")}…` : text);
