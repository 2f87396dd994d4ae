export { publishIndex } from "./publish-index.server.ts";
