import { articles, categories, faqs, intakeChannels, legalDocuments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { publishArticle, publishChannel, publishDocument, publishFaq } from "#app/domain/content/index.server.ts";
import type { Audience } from "#app/domain/content/vocabulary.ts";
import type { LoadedOfficials } from "./officials.ts";
import { readData } from "./read-data.ts";
import type { LoadedUnits } from "./units.ts";

type CategoryData = { slug: string; name_vi: string; name_en: string };
type NewsData = {
  slug: string;
  title: string;
  title_en: string | null;
  summary: string;
  summary_en: string | null;
  body: string;
  body_en: string | null;
  category: string;
  unit: string | null;
  audience: Audience;
  days_ago: number;
  procedures: string[];
  source_documents: { id: string | null; label: string; where: string | null }[];
};
type FaqData = {
  slug: string;
  question: string;
  question_en: string | null;
  answer: string;
  answer_en: string | null;
  category: string;
  unit: string | null;
  audience: Audience;
  procedures: string[];
};
type DocumentData = {
  id: string;
  slug: string;
  number: string | null;
  type: string;
  type_en: string | null;
  date: string | null;
  issuer: string;
  issuer_unit: string | null;
  subject: string;
  subject_en: string | null;
  abstract: string | null;
  abstract_en: string | null;
  note_vi: string | null;
  note_en: string | null;
  in_force_from: string | null;
  in_force_to: string | null;
  published_days_after: number | null;
};
type ChannelData = {
  code: string;
  type: string;
  name_vi: string;
  name_en: string;
  value: string | null;
  owner_unit: string | null;
  province: string | null;
  purpose: string | null;
  purpose_en: string | null;
  accepts_feedback: boolean;
  hours: string | null;
};

const day = 86_400_000;

/** News, documents, frequent questions and channels, each published through the gateway. */
export async function loadContent(tx: Db, units: LoadedUnits, officials: LoadedOfficials, now: Date): Promise<void> {
  await tx
    .insert(categories)
    .values(readData<CategoryData[]>("news-categories").map((one) => ({ slug: one.slug, nameVi: one.name_vi, nameEn: one.name_en })));

  const documents = readData<DocumentData[]>("legal-documents");
  const slugOf = new Map(documents.map((document) => [document.id, document.slug]));
  const documentRows = await tx
    .insert(legalDocuments)
    .values(
      documents.map((one) => ({
        slug: one.slug,
        number: one.number,
        type: one.type,
        typeEn: one.type_en,
        issuedOn: one.date,
        issuer: one.issuer,
        issuerUnitId: units.idOf(one.issuer_unit),
        subjectVi: one.subject,
        subjectEn: one.subject_en,
        abstractVi: one.abstract,
        abstractEn: one.abstract_en,
        noteVi: one.note_vi,
        noteEn: one.note_en,
        publishedOn:
          one.date && one.published_days_after !== null
            ? civilDay(new Date(Date.parse(`${one.date}T05:00:00Z`) + one.published_days_after * day))
            : null,
        inForceFrom: one.in_force_from,
        inForceTo: one.in_force_to,
      })),
    )
    .returning({ id: legalDocuments.id });
  for (const { id } of documentRows) await mustPublish(publishDocument(tx, "portal", id, now));

  const newsRows = await tx
    .insert(articles)
    .values(
      readData<NewsData[]>("news").map((one) => ({
        slug: one.slug,
        state: "approved" as const,
        titleVi: one.title,
        titleEn: one.title_en,
        summaryVi: one.summary,
        summaryEn: one.summary_en,
        bodyVi: one.body,
        bodyEn: one.body_en,
        categorySlug: one.category,
        unitId: units.idOf(one.unit),
        audience: one.audience,
        procedureCodes: one.procedures,
        sources: one.source_documents.map((source) => ({
          document: (source.id && slugOf.get(source.id)) || null,
          label: source.label,
          where: source.where,
        })),
        publishOn: civilDay(new Date(now.getTime() - one.days_ago * day)),
        authorId: officials.editor.id,
        approvedById: officials.approver.id,
      })),
    )
    .returning({ id: articles.id });
  for (const { id } of newsRows) await mustPublish(publishArticle(tx, "portal", id, now));

  const faqRows = await tx
    .insert(faqs)
    .values(
      readData<FaqData[]>("faqs").map((one) => ({
        slug: one.slug,
        questionVi: one.question,
        questionEn: one.question_en,
        answerVi: one.answer,
        answerEn: one.answer_en,
        categorySlug: one.category,
        unitId: units.idOf(one.unit),
        audience: one.audience,
        procedureCodes: one.procedures,
      })),
    )
    .returning({ id: faqs.id });
  for (const { id } of faqRows) await mustPublish(publishFaq(tx, "portal", id, now));

  const channelRows = await tx
    .insert(intakeChannels)
    .values(
      readData<ChannelData[]>("channels").map((one) => ({
        code: one.code,
        type: one.type,
        nameVi: one.name_vi,
        nameEn: one.name_en,
        value: one.value,
        ownerUnitId: units.idOf(one.owner_unit),
        province: one.province,
        purposeVi: one.purpose,
        purposeEn: one.purpose_en,
        hours: one.hours,
        acceptsFeedback: one.accepts_feedback,
      })),
    )
    .returning({ id: intakeChannels.id });
  for (const { id } of channelRows) await mustPublish(publishChannel(tx, "portal", id, now));
}

async function mustPublish(outcome: Promise<{ ok: boolean; code?: string }>) {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`The demo world cannot be published: ${code}`);
}
