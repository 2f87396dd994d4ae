import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type * as schema from "./index.ts";

/** A pool or a transaction: acts take either, so they compose. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
