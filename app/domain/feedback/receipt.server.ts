import { createHash, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { parseCaseCode, parseReceiptKey } from "../codes.ts";
import { done, refuse } from "../outcome.ts";
import type { CaseRow } from "./take-case.server.ts";
import { transitionOf, type TransitionName } from "./transitions.ts";

/** What a sender shows, as typed. */
export type Receipt = { code: string; receiptKey: string };

/** What is stored of a receipt key. @param receiptKey as printed */
export const receiptHashOf = (receiptKey: string): string => createHash("sha256").update(receiptKey).digest("hex");

const noHash = "0".repeat(64);

/** The case a receipt opens; undefined for a wrong code or key. Takes as long for one as for the other. */
export async function openByReceipt(db: Db, receipt: Receipt, { lock = false } = {}): Promise<CaseRow | undefined> {
  const code = parseCaseCode(receipt.code);
  const key = parseReceiptKey(receipt.receiptKey);
  const query = db
    .select()
    .from(cases)
    .where(eq(cases.code, code ?? ""));
  const [found] = await (lock ? query.for("update") : query);
  const same = timingSafeEqual(Buffer.from(found?.receiptHash ?? noHash, "hex"), Buffer.from(receiptHashOf(key ?? ""), "hex"));
  return found && key && same ? found : undefined;
}

/** The case, locked, when the sender may do this to it in its present state. */
export async function takeByReceipt(tx: Db, receipt: Receipt, name: TransitionName) {
  const found = await openByReceipt(tx, receipt, { lock: true });
  if (!found) return refuse("case.receipt_wrong");
  if (!transitionOf(name).from.includes(found.state)) return refuse("case.wrong_state");
  return done(found);
}
