export { type Actor, type NewEvent, recordEvent } from "./record-event.server.ts";
export { type ChainReport, verifyChain } from "./verify-chain.server.ts";
