import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAttachment } from "#app/domain/feedback/index.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { answerFile } from "../file-answer.server.ts";

/** A photo of a case, for officials who may read that case; the domain decides in SQL. Kept nowhere on the way. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official } = await asOfficial(args, "cases.read");
  const photo = await findAttachment(db, official, args.params.id ?? "");
  const file = photo && (await answerFile(portal, { ...photo, title: null }));
  if (!file) throw notFound();
  return file;
}
