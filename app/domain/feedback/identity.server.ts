import { and, eq } from "drizzle-orm";
import { caseIdentities, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { parseCaseCode } from "../codes.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { type MessageOf, queueMessage } from "../messages/index.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { type MaskedIdentity, maskIdentity } from "./mask-identity.ts";
import type { Contact } from "./schemas.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";

/** Who sent a case. Leaves the sealed table only through `revealIdentity` and into mails. */
export type Identity = Contact;

const identityContext = (caseId: string) => `case:${caseId}`;

/** Seals who sent a case into its own table; nothing is stored when nothing was told. */
export async function storeIdentity(tx: Db, keys: Keys, caseId: string, identity: Identity, now: Date): Promise<void> {
  const told = Object.entries(identity).filter(([, value]) => value);
  if (told.length === 0) return;
  const { sealed, keyId } = keys.seal(JSON.stringify(Object.fromEntries(told)), identityContext(caseId));
  await tx.insert(caseIdentities).values({ caseId, sealed, keyId, contactHash: contactHashOf(keys, identity), createdAt: now });
}

/** For acts that must carry an identity along, as when a case is split. Undefined for an anonymous case. */
export async function unsealIdentity(tx: Db, keys: Keys, caseId: string): Promise<Identity | undefined> {
  const [row] = await tx.select().from(caseIdentities).where(eq(caseIdentities.caseId, caseId));
  return row ? (JSON.parse(keys.unseal(row.sealed, identityContext(caseId))) as Identity) : undefined;
}

/** Queues a mail to the sender; nothing where there is no e-mail address. */
export async function tellSender(tx: Db, keys: Keys, theCase: Pick<CaseRow, "id" | "language">, message: MessageOf, now: Date): Promise<void> {
  const address = (await unsealIdentity(tx, keys, theCase.id))?.email;
  if (address) await queueMessage(tx, keys, { ...message, address, language: theCase.language, caseId: theCase.id }, now);
}

/** The sender as officials see one by default: “Ng… V… (09xx xxx 123)”. Undefined when the case is not theirs to read. */
export async function maskedIdentity(db: Db, keys: Keys, by: Official, code: string): Promise<MaskedIdentity | null | undefined> {
  const [found] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.code, parseCaseCode(code) ?? ""), readableBy(by)));
  if (!found) return undefined;
  const identity = await unsealIdentity(db, keys, found.id);
  return identity ? maskIdentity(identity) : null;
}

/** Shows an official who sent a case, for a reason that stays in the trace with the official's name. */
export async function revealIdentity(db: Db, keys: Keys, by: Official, code: string, reason: string, now = new Date()) {
  if (by.scopes["identities.reveal"] === undefined) return refuse("case.not_yours");
  const said = reason.trim();
  if (said.length < reasonMinLength || said.length > reasonMaxLength) return refuse("case.reason_missing", { min: reasonMinLength });

  return inOneAct(db, async (tx) => {
    const [found] = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.code, parseCaseCode(code) ?? ""), withinScope(by, "identities.reveal"), readableBy(by)));
    if (!found) return refuse("case.not_found");
    const identity = await unsealIdentity(tx, keys, found.id);
    if (!identity) return refuse("case.anonymous");
    await recordEvent(tx, by, { act: "identity.revealed", subject: "identity", subjectId: found.id, data: { reason: said } }, now);
    return done(identity);
  });
}

function contactHashOf(keys: Keys, identity: Identity): string | null {
  const contact = identity.email?.toLowerCase() ?? identity.phone?.replace(/\D/g, "").replace(/^84(?=\d{9})/, "0");
  return contact ? keys.fingerprint("contact", contact) : null;
}
