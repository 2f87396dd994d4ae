import { or, type SQL } from "drizzle-orm";
import type { Official } from "../people/official.ts";
import { withinScope } from "./scope.server.ts";

/** Cases whose answer this official writes or publishes, as SQL on `cases`. */
export const mayAnswer = (by: Official): SQL | undefined => or(withinScope(by, "cases.handle"), withinScope(by, "cases.publish"));
