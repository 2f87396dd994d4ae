const told = ["code", "severity", "constraint_name", "table_name", "column_name", "routine", "syscall", "status"] as const;

/** Of errors thrown together so many are told. */
const toldTogether = 5;

type ErrorForLog = { type: string; message: string; stack?: string } & Partial<Record<(typeof told)[number] | "cause" | "errors", unknown>>;

/**
 * An error as the log keeps it: what failed and where, never what somebody wrote. Errors of the database carry the values
 * of the query in their message, their stack and fields of their own (`params`, `detail`, `where`): those are left out.
 */
export function errorForLog(error: unknown, depth = 0): ErrorForLog | { type: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const own: ErrorForLog = { type: error.name === "Error" ? error.constructor.name : error.name, message: withoutValues(error.message) };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line) && !error.message.includes(line));
  if (frames.length > 0) own.stack = frames.join("\n");
  for (const field of told) {
    const value: unknown = Reflect.get(error, field);
    if (typeof value === "string" || typeof value === "number") own[field] = value;
  }
  if (error.cause !== undefined && depth < 3) own.cause = errorForLog(error.cause, depth + 1);
  if (error instanceof AggregateError && depth < 3) {
    own.errors = error.errors.slice(0, toldTogether).map((one: unknown) => errorForLog(one, depth + 1));
  }
  return own;
}

/** Drizzle writes the values behind `params:`; PostgreSQL quotes what it could not read behind a colon. */
const withoutValues = (message: string): string =>
  message
    .replace(/\nparams:[^]*$/, "")
    .replace(/: "[^]*"$/, ": …")
    .slice(0, 2000);
