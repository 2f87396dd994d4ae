export { publishProcedure } from "./publish-procedure.server.ts";
export { findProcedureInForce, type ProcedureInForce } from "./queries.server.ts";
