import { errorForLog } from "#app/platform/error-for-log.ts";

/** What the queue may keep of a failed job: an error without a value of any query, since the queue stores it with the job. */
export function jobError(error: unknown): Error {
  const told = errorForLog(error);
  return new Error("message" in told ? `${told.type}: ${told.message}` : told.type);
}
