import { randomBytes } from "node:crypto";
import { and, asc, eq, inArray, like } from "drizzle-orm";
import { attachments, procedures, procedureVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { loadCalendar, loadClocks, regionOf } from "../calendar/index.server.ts";
import { civilDay, daysBetween } from "../calendar/civil-day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { PublicContent } from "../publishing/index.server.ts";
import { findUnitInForce } from "../units/index.server.ts";
import type { PublicTexts } from "./public-texts.server.ts";
import type { ReplyRow } from "./reply.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { loadTimeline } from "./timeline.server.ts";
import { loadUnitNames } from "./unit-words.server.ts";

type CaseCopy = PublicContent["case"];

const toldToEverybody = new Set(["received", "accepted", "assigned", "transferred", "answered", "reopened"]);

/**
 * What everybody may read of a case: the texts written for the public and approved, never what the sender wrote nor who
 * it was. Names of units are those of their day. @throws when an answered case has no unit or clock, which is a bug.
 */
export async function buildPublicCopy(
  tx: Db,
  theCase: CaseRow,
  reply: ReplyRow,
  texts: PublicTexts,
  files: { photos: CaseCopy["photos"]; documents: CaseCopy["documents"] },
  now: Date,
): Promise<CaseCopy> {
  const names = await loadUnitNames(tx, [theCase.unitVersionId]);
  const unit = theCase.unitVersionId ? names.get(theCase.unitVersionId) : undefined;
  const clock = (await loadClocks(tx, [theCase.id])).findLast((one) => one.step === "answer" && one.outcome !== "void");
  if (!unit || !clock?.stoppedOn || !theCase.unitId) throw new Error(`Case ${theCase.code} was answered without a unit or a clock`);

  const calendar = await loadCalendar(tx, clock.calendarVersion);
  const region = await regionOf(tx, theCase.unitId, clock.stoppedOn);
  const timeline = (await loadTimeline(tx, theCase)).filter((step) => toldToEverybody.has(step.step));
  const today = civilDay(now);
  return {
    code: theCase.code,
    kind: theCase.kind,
    content: theCase.content,
    field: theCase.field,
    title: texts.title,
    question: texts.question,
    answer: texts.answer,
    language: theCase.language,
    // A question is answered; nothing in it is found right or wrong.
    conclusion: theCase.kind === "hoi_dap" ? null : reply.conclusion,
    legalBasis: texts.legalBasis || null,
    unit: { slug: unit.slug, name: { vi: unit.nameVi, en: unit.nameEn } },
    authority: await authorityOf(tx, theCase.unitId, theCase.receivedOn),
    procedure: await procedureOf(tx, theCase),
    submitterType: theCase.submitterType,
    place: texts.place || null,
    receivedOn: theCase.receivedOn,
    answeredOn: clock.stoppedOn,
    publishedOn: today,
    dueOn: clock.dueOn,
    onTime: clock.outcome === "on_time",
    daysToSpare:
      clock.count === "calendar_days"
        ? daysBetween(clock.stoppedOn, clock.dueOn)
        : workingDaysBetween(calendar, clock.stoppedOn, clock.dueOn, region),
    timeline: [
      ...timeline.map(({ step, on, unit: of }) => ({ step, on, unit: of && { vi: of.nameVi, en: of.nameEn } })),
      { step: "published", on: today, unit: null },
    ],
    ...files,
    rating: theCase.rating,
  };
}

/** Gives the ticked photos of a case their public keys, drawn at random; the others have none. */
export async function releasePhotos(tx: Db, caseId: string, ids: readonly string[]): Promise<CaseCopy["photos"]> {
  await tx.update(attachments).set({ publicKey: null }).where(eq(attachments.caseId, caseId));
  if (ids.length === 0) return [];
  const ticked = await tx
    .select()
    .from(attachments)
    // A sender's PDF stays private, whoever ticks it.
    .where(and(eq(attachments.caseId, caseId), inArray(attachments.id, [...ids]), like(attachments.mime, "image/%")))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  const photos: CaseCopy["photos"] = [];
  for (const photo of ticked) {
    const key = `${randomBytes(16).toString("hex")}${photo.mime === "image/jpeg" ? ".jpg" : ".webp"}`;
    await tx.update(attachments).set({ publicKey: key }).where(eq(attachments.id, photo.id));
    photos.push({ key, width: photo.width ?? 0, height: photo.height ?? 0 });
  }
  return photos;
}

async function authorityOf(tx: Db, unitId: string, day: string): Promise<CaseCopy["authority"]> {
  const [unit] = await tx.select({ id: units.id, authorityId: units.authorityId }).from(units).where(eq(units.id, unitId));
  const authority = await findUnitInForce(tx, { id: unit?.authorityId ?? unitId }, day);
  return authority ? { slug: authority.slug, name: { vi: authority.nameVi, en: authority.nameEn } } : null;
}

async function procedureOf(tx: Db, theCase: CaseRow): Promise<CaseCopy["procedure"]> {
  if (!theCase.procedureVersionId) return null;
  const [found] = await tx
    .select({ slug: procedures.slug, code: procedures.code, vi: procedureVersions.nameVi, en: procedureVersions.nameEn })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedureVersions.procedureId, procedures.id))
    .where(eq(procedureVersions.id, theCase.procedureVersionId));
  return found ? { slug: found.slug, code: found.code, name: { vi: found.vi, en: found.en } } : null;
}
