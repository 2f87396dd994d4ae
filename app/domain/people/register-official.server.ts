import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { findUnitInForce } from "../units/index.server.ts";
import { findOfficial } from "./find-official.server.ts";
import { mixesAdminWithCases } from "./manage-rule.server.ts";
import { mayIn, type Grant, type Official } from "./official.ts";
import { passwordProblem } from "./password-rule.ts";
import { hashPassword } from "./passwords.server.ts";

export type NewOfficial = {
  email: string;
  name: string;
  position?: string | null;
  password: string;
  grants: readonly Grant[];
  /** Needs no second factor and no strong password; the database allows such accounts in the demo world only. */
  demo?: boolean;
};

/**
 * Makes an account. The first password is handed over by whoever registers; the second factor is set up at the first
 * sign-in. `by` is `"portal"` for the first administrator and for the demo world.
 */
export async function registerOfficial(db: Db, by: Official | "portal", wish: NewOfficial, now = new Date()) {
  if (by !== "portal") {
    if (!mayIn(by, "people.manage")) return refuse("people.not_yours");
    const outside = wish.grants.some(({ unitId }) => !mayIn(by, "people.manage", unitId));
    const nowhere = wish.grants.length === 0 && by.scopes["people.manage"] !== "all";
    if (outside || nowhere || wish.demo) return refuse("people.not_yours");
  }
  if (mixesAdminWithCases(wish.grants.map(({ role }) => role))) return refuse("people.admin_reads_no_cases");

  const email = wish.email.trim().toLowerCase();
  const name = wish.name.trim();
  const problem = wish.demo ? undefined : passwordProblem(wish.password, { email, name });
  if (problem) return refuse(problem);

  const today = civilDay(now);
  for (const { unitId } of wish.grants) {
    if (unitId && !(await findUnitInForce(db, { id: unitId }, today))) return refuse("people.unknown_unit");
  }

  const passwordHash = await hashPassword(wish.password);
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(officials)
      .values({
        email,
        name,
        position: wish.position?.trim() || null,
        passwordHash,
        demo: wish.demo ?? false,
        totpRequired: !wish.demo,
        createdAt: now,
      })
      .onConflictDoNothing({ target: officials.email })
      .returning({ id: officials.id });
    if (!made) return refuse("people.email_taken");

    if (wish.grants.length > 0) {
      await tx.insert(roleGrants).values(
        wish.grants.map(({ role, unitId }) => ({
          officialId: made.id,
          role,
          unitId,
          validFrom: today,
          grantedBy: by === "portal" ? null : by.id,
        })),
      );
    }
    await recordEvent(
      tx,
      by,
      {
        act: "official.registered",
        subject: "official",
        subjectId: made.id,
        data: { roles: wish.grants.map(({ role }) => role).join(" "), demo: wish.demo ?? false },
      },
      now,
    );

    const official = await findOfficial(tx, made.id, today);
    if (!official) throw new Error("The official cannot be found again");
    return done(official);
  });
}
