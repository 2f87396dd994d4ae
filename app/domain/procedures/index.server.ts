export { publishProcedure } from "./publish-procedure.server.ts";
export { findProcedureInForce, listProceduresInForce, type ProcedureInForce } from "./queries.server.ts";
