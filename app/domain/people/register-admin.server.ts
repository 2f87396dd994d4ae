import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { hasAdmin, lockAdmins } from "./last-admin.server.ts";
import { registerOfficial } from "./register-official.server.ts";

/**
 * Makes the first administrator of a new world, who lets everybody else in. Only whoever runs the machine may do this.
 * Where one is active already, only on purpose (`another`): all administrators may be away or locked out.
 */
export async function registerAdmin(db: Db, wish: { email: string; name: string; password: string; another: boolean }, now = new Date()) {
  return db.transaction(async (tx) => {
    await lockAdmins(tx);
    if (!wish.another && (await hasAdmin(tx, civilDay(now)))) return refuse("people.admin_exists");
    const { email, name, password } = wish;
    return registerOfficial(tx, "portal", { email, name, password, grants: [{ role: "admin", unitId: null }] }, now);
  });
}
