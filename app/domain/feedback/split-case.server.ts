import { eq } from "drizzle-orm";
import { attachments, caseNamedOfficials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { fold } from "../text.ts";
import { storeIdentity, tellSender, unsealIdentity } from "./identity.server.ts";
import { moveCase } from "./move-case.server.ts";
import { insertCase, startCaseClocks } from "./send-case.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { bodyMaxLength, type CaseKind, maxParts, subjectMaxLength, subjectMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

export type CasePart = { kind: CaseKind; subject: string; body: string };

/**
 * Mixed content becomes one case per matter (Law on citizen reception, art. 25(3)). The parts keep the day of receipt,
 * so no time is won by splitting; the sender's receipt key opens each of them, under its own code.
 */
export async function splitCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { parts: readonly CasePart[]; revision?: number | undefined },
  now = new Date(),
) {
  if (what.parts.length < 2 || what.parts.length > maxParts) return refuse("case.wrong_number_of_parts", { most: maxParts });
  const parts: CasePart[] = [];
  for (const part of what.parts) {
    const subject = written(part.subject, { min: subjectMinLength, max: subjectMaxLength });
    if (!subject.ok) return subject;
    const body = written(part.body, { max: bodyMaxLength });
    if (!body.ok) return body;
    parts.push({ kind: part.kind, subject: subject.value, body: body.value });
  }

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "split", code, what.revision);
    if (!taken.ok) return taken;

    const codes: string[] = [];
    for (const part of parts) codes.push(await storePart(tx, keys, by, taken.value, part, now));
    const moved = await moveCase(tx, by, taken.value, "split", { set: { closedAt: now }, data: { parts: parts.length } }, now);
    if (!moved.ok) return moved;
    return done({ codes, state: moved.value.moved.state, revision: moved.value.moved.revision });
  });
}

async function storePart(tx: Db, keys: Keys, by: Official, parent: CaseRow, part: CasePart, now: Date): Promise<string> {
  const { id: _, code: __, revision: ___, ...kept } = parent;
  const child = await insertCase(tx, {
    ...kept,
    ...part,
    content: part.kind === "phan_anh_kien_nghi" ? parent.content : null,
    state: "MOI",
    parentId: parent.id,
    // What was proposed for the whole falls away with it.
    duplicateOfId: null,
    supplementRequest: null,
    supplementRequests: 0,
    searchText: fold(`${part.subject} ${part.body}`),
    createdAt: now,
  });
  const identity = await unsealIdentity(tx, keys, parent.id);
  if (identity) await storeIdentity(tx, keys, child.id, identity, now);

  const named = await tx.select().from(caseNamedOfficials).where(eq(caseNamedOfficials.caseId, parent.id));
  if (named.length > 0) await tx.insert(caseNamedOfficials).values(named.map((one) => ({ ...one, caseId: child.id })));

  // The same stored photo serves every part: which one it belongs to is for its handler to see.
  const photos = await tx.select().from(attachments).where(eq(attachments.caseId, parent.id));
  for (const { id: ____, ...photo } of photos) await tx.insert(attachments).values({ ...photo, caseId: child.id, publicKey: null });

  const { answerBy } = await startCaseClocks(tx, child, parent.receivedOn, now);
  await tellSender(tx, keys, child, { template: "case_received", data: { code: child.code, answerBy } }, now);
  const data = { to: child.state, kind: child.kind, part: true };
  await recordEvent(tx, by, { act: "case.send", subject: "case", subjectId: child.id, data }, now);
  return child.code;
}
