export { findUnitInForce, findUnitVersions, listDescendantIds, listUnitsInForce, type UnitInForce } from "./queries.server.ts";
