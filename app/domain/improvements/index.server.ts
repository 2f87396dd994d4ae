export { listImprovements, type OfficeImprovement, unitsToImprove } from "./list-improvements.server.ts";
export { publishImprovement, withdrawImprovement } from "./publish-improvement.server.ts";
export { saveImprovement } from "./save-improvement.server.ts";
