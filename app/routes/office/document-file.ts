import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDocumentFile } from "#app/domain/feedback/index.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { answerFile } from "../file-answer.server.ts";

/** The two files of a document: the one that was attached, and the pictures that may become public. */
const files = { goc: "attached", "cong-khai": "rendition" } as const;

/** A document of an answer as a file, for officials; the domain decides in SQL who may open which. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official } = await asOfficial(args, "cases.read");
  const which = files[args.params.which as keyof typeof files];
  const found = which && (await findDocumentFile(db, official, args.params.id ?? "", which));
  const file = found && (await answerFile(portal, { ...found, mime: "application/pdf" }));
  if (!file) throw notFound();
  return file;
}
