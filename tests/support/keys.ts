import { keysFrom } from "#app/platform/keys.server.ts";

/** The portal's keys in tests: always the same, so that what is sealed in one place opens in another. */
export const testKeys = keysFrom(Buffer.alloc(32, 7));
