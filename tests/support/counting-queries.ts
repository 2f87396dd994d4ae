import type { Db } from "#db/schema/handle.ts";

type Session = { prepareQuery: (...args: unknown[]) => unknown };

/** The same database, and how many queries went through it: whoever reads a list must not ask once for each row. */
export function countingQueries(db: Db): { db: Db; count: () => number } {
  let asked = 0;
  const session = (db as Db & { session: Session }).session;
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (...args) => {
    asked += 1;
    return prepare(...args);
  };
  return {
    db,
    count: () => {
      session.prepareQuery = prepare;
      return asked;
    },
  };
}
