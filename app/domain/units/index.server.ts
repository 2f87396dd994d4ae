export { checkEnding, type Ending, endUnits } from "./end-units.server.ts";
export { keepUnitCopies } from "./keep-unit-copies.server.ts";
export { publishUnit } from "./publish-unit.server.ts";
export { findUnitInForce, listDescendantIds, listUnitsInForce, type UnitInForce } from "./queries.server.ts";
export { listSuccessors } from "./successors.server.ts";
export { findUnitLinks, readUnitLinks, type UnitLink } from "./unit-links.server.ts";
