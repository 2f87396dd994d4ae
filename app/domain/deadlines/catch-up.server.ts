import type { Db } from "#db/schema/handle.ts";
import { catchUpClocks } from "../calendar/index.server.ts";
import type { Keys } from "../keys.ts";
import { tellMoved } from "./tell-moved.server.ts";

/** Clocks that began by a calendar just being replaced follow the new one, and their senders are told. Answers how many moved. */
export async function catchUp(db: Db, keys: Keys, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const moved = await catchUpClocks(tx, now);
    await tellMoved(tx, keys, moved, now);
    return moved.length;
  });
}
