import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { keptForms, sessions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { hashSessionToken } from "./session-token.server.ts";
import { keptFormHours } from "./vocabulary.ts";

/** A form as it was sent. `incomplete`: files or a password came with it, and those are never kept. */
export type KeptForm = { path: string; fields: [name: string, value: string][]; incomplete: boolean };

/** Forms kept of one official; an older one goes. */
const keptMost = 5;
/** Characters of one form; the longest of the office stays far below. */
const mostCharacters = 400_000;

const formContext = (id: string) => `kept-form:${id}`;
const keptSince = (now: Date) => new Date(now.getTime() - keptFormHours * 3_600_000);

/** Whose session this is or was, also when it opens nothing any more; undefined for a token nobody knows. */
export async function findSessionOwner(db: Db, token: string): Promise<string | undefined> {
  const [row] = await db
    .select({ officialId: sessions.officialId })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashSessionToken(token)));
  return row?.officialId;
}

/**
 * Keeps what an official sent after the session had ended, sealed, to be shown to that official only.
 * @returns its id; undefined when it is too long
 */
export async function keepForm(db: Db, keys: Keys, officialId: string, form: KeptForm, now: Date): Promise<string | undefined> {
  const plain = JSON.stringify(form);
  if (plain.length > mostCharacters) return undefined;
  const id = randomUUID();
  const { sealed, keyId } = keys.seal(plain, formContext(id));
  await db.transaction(async (tx) => {
    await tx.insert(keptForms).values({ id, officialId, sealedForm: sealed, keyId, createdAt: now });
    const rest = await tx
      .select({ id: keptForms.id })
      .from(keptForms)
      .where(eq(keptForms.officialId, officialId))
      .orderBy(desc(keptForms.createdAt), desc(keptForms.id))
      .offset(keptMost);
    const ids = rest.map((one) => one.id);
    if (ids.length > 0) await tx.delete(keptForms).where(inArray(keptForms.id, ids));
  });
  return id;
}

/** One's own form that came too late; nobody else's. */
export async function findKeptForm(db: Db, keys: Keys, by: { id: string }, id: string, now: Date): Promise<KeptForm | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [row] = await db
    .select({ sealedForm: keptForms.sealedForm })
    .from(keptForms)
    .where(and(eq(keptForms.id, id), eq(keptForms.officialId, by.id), gt(keptForms.createdAt, keptSince(now))));
  return row ? (JSON.parse(keys.unseal(row.sealedForm, formContext(id))) as KeptForm) : undefined;
}

/** Forgets one's own kept form. */
export async function forgetKeptForm(db: Db, by: { id: string }, id: string): Promise<void> {
  await db.delete(keptForms).where(and(eq(keptForms.id, id), eq(keptForms.officialId, by.id)));
}

/** Forgets up to `atMost` forms nobody came back for. @returns how many */
export async function forgetKeptForms(tx: Db, now: Date, atMost: number): Promise<number> {
  const due = tx
    .select({ id: keptForms.id })
    .from(keptForms)
    .where(lt(keptForms.createdAt, keptSince(now)))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(keptForms)
    .where(sql`${keptForms.id} = any(array${due})`)
    .returning({ id: keptForms.id });
  return gone.length;
}
