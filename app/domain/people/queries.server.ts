import { and, asc, desc, eq, gt, gte, ilike, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { officials, roleGrants, sessions, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIdle } from "./idle-rule.ts";
import type { Official } from "./official.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { idleDaysBeforeLock, type IdleMinutes, type Role } from "./vocabulary.ts";

export type HeldRole = {
  id: string;
  role: Role;
  unitId: string | null;
  unit: { vi: string; en: string } | null;
  validFrom: string;
  validTo: string | null;
};

export type OfficialRow = {
  id: string;
  name: string;
  email: string;
  position: string | null;
  demo: boolean;
  active: boolean;
  secondFactor: boolean;
  /** `left`, `locked`, `idle` or `active`. */
  standing: "active" | "locked" | "idle" | "left";
  lastSeenAt: Date | null;
  roles: HeldRole[];
};

export type PeopleFilter = { q?: string | undefined; role?: Role | undefined; standing?: "active" | "left" | undefined };

const holdsOn = (day: string) => and(lte(roleGrants.validFrom, day), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, day)));

/** Roles held on a day, with the unit as it is called that day, by official. */
async function rolesOf(db: Db, officialIds: string[], day: string): Promise<Map<string, HeldRole[]>> {
  const byOfficial = new Map<string, HeldRole[]>(officialIds.map((id) => [id, []]));
  if (officialIds.length === 0) return byOfficial;
  const rows = await db
    .select({
      id: roleGrants.id,
      officialId: roleGrants.officialId,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
      nameVi: unitVersions.nameVi,
      nameEn: unitVersions.nameEn,
      validFrom: roleGrants.validFrom,
      validTo: roleGrants.validTo,
    })
    .from(roleGrants)
    .leftJoin(
      unitVersions,
      and(
        eq(unitVersions.unitId, roleGrants.unitId),
        lte(unitVersions.validFrom, day),
        or(isNull(unitVersions.validTo), gte(unitVersions.validTo, day)),
      ),
    )
    .where(and(inArray(roleGrants.officialId, officialIds), holdsOn(day)))
    .orderBy(asc(roleGrants.validFrom), asc(roleGrants.role));
  for (const { officialId, nameVi, nameEn, ...grant } of rows) {
    byOfficial.get(officialId)?.push({ ...grant, unit: nameVi === null || nameEn === null ? null : { vi: nameVi, en: nameEn } });
  }
  return byOfficial;
}

function standingOf(row: typeof officials.$inferSelect, now: Date): OfficialRow["standing"] {
  if (!row.active) return "left";
  if (row.lockedUntil && row.lockedUntil > now) return "locked";
  const days = (now.getTime() - (row.lastSeenAt ?? row.createdAt).getTime()) / 86_400_000;
  return days > idleDaysBeforeLock && !row.demo ? "idle" : "active";
}

async function toRows(db: Db, rows: (typeof officials.$inferSelect)[], day: string, now: Date): Promise<OfficialRow[]> {
  const roles = await rolesOf(
    db,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    position: row.position,
    demo: row.demo,
    active: row.active,
    secondFactor: row.totpConfirmedAt !== null,
    standing: standingOf(row, now),
    lastSeenAt: row.lastSeenAt,
    roles: roles.get(row.id) ?? [],
  }));
}

/**
 * Officials this administrator may see, by e-mail: all, or those holding a role in his units.
 * @param page keyset: `after` is the last e-mail shown
 */
export async function listOfficials(
  db: Db,
  by: Official,
  filter: PeopleFilter,
  { after, limit = 50 }: { after?: string | undefined; limit?: number },
  day: string,
  now: Date,
): Promise<{ items: OfficialRow[]; next: string | null; total: number }> {
  const scope = by.scopes["people.manage"];
  if (scope === undefined) return { items: [], next: null, total: 0 };

  const grantsWhere = (extra: ReturnType<typeof and>) =>
    inArray(
      officials.id,
      db
        .select({ id: roleGrants.officialId })
        .from(roleGrants)
        .where(and(holdsOn(day), extra)),
    );
  const q = filter.q?.trim();
  const pattern = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const chosen = and(
    scope === "all" ? undefined : grantsWhere(inArray(roleGrants.unitId, [...scope])),
    filter.role ? grantsWhere(eq(roleGrants.role, filter.role)) : undefined,
    filter.standing ? eq(officials.active, filter.standing === "active") : undefined,
    pattern
      ? or(ilike(officials.email, pattern), sql`unaccent(${officials.name}) ilike unaccent(${pattern})`, ilike(officials.position, pattern))
      : undefined,
  );

  const rows = await db
    .select()
    .from(officials)
    .where(and(chosen, after ? gt(officials.email, after) : undefined))
    .orderBy(asc(officials.email))
    .limit(limit + 1);
  const [counted] = await db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(officials)
    .where(chosen);
  const items = await toRows(db, rows.slice(0, limit), day, now);
  return { items, next: rows.length > limit ? (items.at(-1)?.email ?? null) : null, total: counted?.total ?? 0 };
}

/** One's own account as its page shows it. */
export async function findAccount(db: Db, id: string, day: string, now: Date): Promise<OfficialRow | undefined> {
  const rows = await db.select().from(officials).where(eq(officials.id, id));
  const [row] = await toRows(db, rows, day, now);
  return row;
}

/** One's own open sessions, newest first; `current` is the one asking. */
export async function listSessions(db: Db, by: Pick<Official, "id" | "grants">, token: string, now: Date, idle: IdleMinutes) {
  const current = hashSessionToken(token);
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.officialId, by.id), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - mayIdle(by.grants, idle)))),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({ startedAt: row.createdAt, lastSeenAt: row.lastSeenAt, expiresAt: row.expiresAt, current: row.tokenHash === current }));
}

/** The demo world's sign-ins with their roles, for the sign-in page. Empty in every other world. */
export async function listDemoOfficials(db: Db, day: string): Promise<{ email: string; name: string; roles: HeldRole[] }[]> {
  const rows = await db
    .select({ id: officials.id, email: officials.email, name: officials.name })
    .from(officials)
    .where(and(eq(officials.demo, true), eq(officials.active, true)))
    .orderBy(asc(officials.createdAt), asc(officials.email));
  const roles = await rolesOf(
    db,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map(({ id, email, name }) => ({ email, name, roles: roles.get(id) ?? [] }));
}

/** Names of officials by id, for traces and time lines; those who left keep theirs. */
export async function findOfficialNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: officials.id, name: officials.name })
    .from(officials)
    .where(inArray(officials.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
