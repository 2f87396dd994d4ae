import { randomBytes } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { answerDocuments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "../outcome.ts";
import type { PublicContent } from "../publishing/index.server.ts";

type Released = NonNullable<PublicContent["case"]["documents"]>;

/** Gives the renditions of the ticked documents their public keys; the others have none. A file without one stays private. */
export async function releaseDocuments(tx: Db, caseId: string, ids: readonly string[]) {
  const all = await tx
    .select()
    .from(answerDocuments)
    .where(eq(answerDocuments.caseId, caseId))
    .orderBy(asc(answerDocuments.createdAt), asc(answerDocuments.id));
  const released: Released = [];
  for (const one of all) {
    const ticked = ids.includes(one.id);
    if (ticked && (!one.renditionKey || !one.renditionBytes || !one.pages)) return refuse("pdf.not_redacted");
    const publicKey = ticked ? (one.publicKey ?? `${randomBytes(16).toString("hex")}.pdf`) : null;
    await tx
      .update(answerDocuments)
      .set({ publicKey })
      .where(and(eq(answerDocuments.id, one.id), eq(answerDocuments.caseId, caseId)));
    if (publicKey) released.push({ key: publicKey, title: one.title, pages: one.pages ?? 0, bytes: one.renditionBytes ?? 0 });
  }
  return done(released);
}
