export { chooseCells, type CellChoice } from "./choose-cells.server.ts";
export { checkRow, commitBatch } from "./commit-batch.server.ts";
export { checkCodes } from "./check-codes.server.ts";
export { discardBatch } from "./discard-batch.server.ts";
export { discardLeftBatches } from "./discard-left-batches.server.ts";
export { findBatch, listBatches, mayTypeFor, type PaperBatch } from "./find-batch.server.ts";
export { openBatch } from "./open-batch.server.ts";
export { compareBatch, readRows } from "./read-rows.server.ts";
export { saveRows, type TypedRow } from "./save-rows.server.ts";
