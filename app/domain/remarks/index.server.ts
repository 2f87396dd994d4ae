export { approveRemark, returnRemark } from "./approve-remark.server.ts";
export { countedMost, countRemarks, type RemarkCounts } from "./count-remarks.server.ts";
export { clearOldRemarks, eraseOldAnswers } from "./erase-old-remarks.server.ts";
export { turnRemark } from "./turn-remark.server.ts";
export { listRemarks, mayReadAll, mayReadProposed, type OfficeRemark, type RemarkFilter } from "./list-remarks.server.ts";
export { proposeRemark } from "./propose-remark.server.ts";
export { type RemarkFigures, remarkFigures } from "./remark-figures.server.ts";
export { sortRemarks, type Sorting } from "./sort-remarks.server.ts";
export { addOwnTag, listTags, retireOwnTag } from "./tags.server.ts";
