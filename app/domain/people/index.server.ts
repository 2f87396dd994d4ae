export { findOfficial } from "./find-official.server.ts";
export { findOfficialBySession, type SecondFactor } from "./find-official-by-session.server.ts";
