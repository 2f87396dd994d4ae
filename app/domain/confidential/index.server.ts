export { openConfidentialItem } from "./open-item.server.ts";
export { listConfidentialItems } from "./queries.server.ts";
export { type ConfidentialContent, storeConfidentialItem } from "./store-item.server.ts";
export { takeOverItem } from "./take-over-item.server.ts";
