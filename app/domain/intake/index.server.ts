export { changeMapping } from "./change-mapping.server.ts";
export { findImport, forgetImportRows, type ImportPreview, isImporting, listImports, previewImport } from "./find-import.server.ts";
export { readList } from "./read-list.server.ts";
export { importRows } from "./import-rows.server.ts";
export { orderImport } from "./order-import.server.ts";
export { findLikely, type LikelyCase } from "./find-likely.server.ts";
export { type CaseLink, linkCases, listLinks, markDuplicate, mayLink, undoLink } from "./link-cases.server.ts";
export { type Letter, sendCaseByMail } from "./send-by-mail.server.ts";
export { listSources, startImport } from "./start-import.server.ts";
