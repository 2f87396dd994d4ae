import type { LoaderFunctionArgs } from "@remix-run/node";
import { findSenderFile } from "#app/domain/feedback/index.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { answerFile } from "../file-answer.server.ts";
import { readReceipt } from "./feedback/receipt-cookie.server.ts";

/**
 * A photo or a document of the answer, for the sender who has opened the case by its receipt: it lies below the tracking
 * page, so the cookie that keeps the case open comes along. For everybody else there is no such file.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { portal, db } = asAnyone(args);
  const receipt = await readReceipt(portal, args.request, "open");
  const found = receipt && (await findSenderFile(db, receipt, args.params.id ?? ""));
  const file = found && (await answerFile(portal, found));
  if (!file) throw notFound();
  return file;
}
