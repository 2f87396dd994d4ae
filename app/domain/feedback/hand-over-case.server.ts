import { asc, eq } from "drizzle-orm";
import {
  attachments,
  caseIdentities,
  caseMessages,
  caseNamedOfficials,
  caseNotes,
  caseProposals,
  incomingMails,
  messages,
  mutedCases,
} from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { storeConfidentialItem } from "../confidential/index.server.ts";
import type { ConfidentialKind } from "../confidential/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { queueMessage } from "../messages/index.server.ts";
import { done } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { unsealIdentity } from "./identity.server.ts";
import { moveCase } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";

/**
 * A formal complaint or denunciation leaves the public part at once (Law on denunciations 2018, art. 8): text, sender,
 * thread, notes and files go sealed to the reception; what stays is a row without words, so that the sender's receipt
 * finds a neutral notice. The mail names neither case nor matter. The trace does not say which kind it was.
 */
export async function handOverCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { kind: ConfidentialKind; revision?: number | undefined },
  now = new Date(),
) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "hand_over", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    const identity = await unsealIdentity(tx, keys, seen.id);
    const thread = await tx.select().from(caseMessages).where(eq(caseMessages.caseId, seen.id)).orderBy(asc(caseMessages.createdAt));
    const files = await tx.select().from(attachments).where(eq(attachments.caseId, seen.id));

    await storeConfidentialItem(
      tx,
      keys,
      by,
      {
        kind: what.kind,
        unitId: seen.aboutUnitId,
        receivedOn: seen.receivedOn,
        content: {
          subject: seen.subject,
          body: seen.body,
          place: seen.place,
          happenedOn: seen.happenedOn,
          channel: seen.channel,
          sender: identity ?? null,
          thread: thread.map(({ side, body, createdAt }) => ({ side, body, at: createdAt.toISOString() })),
          files: files.map(({ fileName, mime, storageKey }) => ({ fileName, mime, storageKey })),
        },
      },
      now,
    );
    for (const table of [caseMessages, caseNotes, caseProposals, caseNamedOfficials, attachments, caseIdentities, messages, mutedCases]) {
      await tx.delete(table).where(eq(table.caseId, seen.id));
    }
    // Answers that came by mail and still wait for somebody: sealed as they are, and no longer found with the case.
    await tx.update(incomingMails).set({ caseId: null }).where(eq(incomingMails.caseId, seen.id));
    const set = {
      subject: "",
      body: "",
      searchText: "",
      place: null,
      happenedOn: null,
      content: null,
      field: null,
      procedureId: null,
      procedureVersionId: null,
      aboutUnitId: null,
      aboutUnitVersionId: null,
      supplementRequest: null,
      urgent: false,
      closedAt: now,
    };
    const moved = await moveCase(tx, by, seen, "hand_over", { set }, now);
    if (!moved.ok) return moved;
    if (identity?.email) {
      const data = { receivedOn: seen.receivedOn };
      await queueMessage(tx, keys, { template: "case_handed_over", data, address: identity.email, language: seen.language, caseId: null }, now);
    }
    return done({ state: moved.value.moved.state, revision: moved.value.moved.revision });
  });
}
