import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./index.ts";

/** A pool or a transaction: acts take either, so they compose. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
