export { publishPlan } from "./publish-plan.server.ts";
