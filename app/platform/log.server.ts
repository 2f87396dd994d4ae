import pino from "pino";
import { errorForLog } from "./error-for-log.ts";

export type Log = pino.Logger;

/** JSON lines on standard output. Whatever could name a person is left out, by path and from errors. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    serializers: { err: errorForLog },
    redact: {
      paths: [
        "*.email",
        "*.phone",
        "*.name",
        "*.address",
        "*.body",
        "*.password",
        "*.receipt",
        "*.receiptKey",
        "headers.cookie",
        "headers.authorization",
      ],
      remove: true,
    },
  });
}
