import type { Db } from "#db/schema/handle.ts";
import type { FileStore } from "./files.server.ts";
import type { Keys } from "./keys.server.ts";
import type { Log } from "./log.server.ts";
import type { Settings } from "./settings.server.ts";

/** Everything a request may lean on. Made once, at boot; handed to every loader and action. */
export type Portal = {
  db: Db;
  settings: Settings;
  log: Log;
  keys: Keys;
  files: FileStore;
  /** The one clock. */
  now(): Date;
  /** Where people reach the portal, without a slash at the end. */
  publicUrl: string;
};

/** What is particular to one request. */
export type RequestContext = {
  portal: Portal;
  /** For the Content-Security-Policy; the office's scripts carry it. */
  nonce: string;
  /** Reference printed on the error page and in the log. */
  requestId: string;
  /** Secret fingerprint of the client's address, new every day; never stored with what it sent. */
  client: string;
  /** True when the request comes from this very machine and no proxy passed it on. */
  loopback: boolean;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}
