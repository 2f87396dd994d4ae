import type { PublicContent, Publication } from "../publishing/index.server.ts";

type CaseCopy = PublicContent["case"];

/** How lists of public cases are narrowed; `category` is the kind, `facet` whether it was answered in time. */
const facetsOf = (content: CaseCopy) => ({
  unit: content.unit.slug,
  authority: content.authority?.slug ?? null,
  procedure: content.procedure?.slug ?? null,
  field: content.field,
  category: content.kind,
  facet: content.onTime ? "on_time" : "late",
});

/** A public case as the gateway takes it; the detector reads every text that a person wrote. */
export const casePublication = (subjectId: string, content: CaseCopy): Publication<"case"> => ({
  kind: "case",
  slug: content.code,
  subjectId,
  content,
  title: { vi: content.title, en: content.language === "en" ? content.title : null },
  searchText: [content.code, content.question, content.answer].join("\n"),
  sensitiveText: [
    content.title,
    content.question,
    content.answer,
    content.legalBasis,
    content.place,
    ...(content.documents ?? []).map((one) => one.title),
  ]
    .filter(Boolean)
    .join("\n"),
  facets: facetsOf(content),
  sortDay: content.publishedOn,
});
