export { type DailyDigest, listDigests, storeDigests } from "./daily-digest.server.ts";
export { type EventFilter, type EventRow, findChainHead, listEvents, mayReadTrace } from "./list-events.server.ts";
export { type Actor, type NewEvent, recordEvent } from "./record-event.server.ts";
export { type ChainReport, verifyChain } from "./verify-chain.server.ts";
