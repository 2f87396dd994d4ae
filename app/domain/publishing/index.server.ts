export { countPublications, type PublicationCounts } from "./count-publications.server.ts";
export { editionsOf } from "./editions.server.ts";
export { listReports, type PublicReport, type ReportFilter } from "./list-reports.server.ts";
export { listOwnContacts } from "./own-contacts.server.ts";
export { hidePublicCopy, type Publication, publish, showPublicCopy, withdrawPublicCopy } from "./publish.server.ts";
export { countPublic, countPublicBy, countRemarkTags, foldPublicCounts } from "./count-public.server.ts";
export type { PublicFilter } from "./public-filter.server.ts";
export {
  findPublic,
  findPublicBySlugs,
  isCursor,
  listPublic,
  type Page,
  type FoundOfKind,
  type PublicCopy,
  searchPublic,
  type SearchHit,
} from "./read.server.ts";
export { findListWords, rankedMost } from "./words.server.ts";
export type { Localised, PublicContent } from "./contents.ts";
export { keepTitleWords, rarestTitleWords } from "./title-words.server.ts";
