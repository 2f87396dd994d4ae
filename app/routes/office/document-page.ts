import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAnswerDocument, renderDocumentPage } from "#app/domain/feedback/index.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { readContent } from "./publication/document-act.server.ts";

/** One page of a document as a picture, with what was marked in black, for those who publish. Kept nowhere on the way. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official } = await asOfficial(args, "cases.publish");
  const found = await findAnswerDocument(db, official, args.params.id ?? "");
  if (!found || found.document.problem) throw notFound();
  const picture = await renderDocumentPage(found.document, Number(args.params.page), await readContent(portal.files, found.document));
  if (!picture.ok) throw notFound();
  return new Response(new Uint8Array(picture.value), {
    headers: { "Content-Type": "image/png", "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" },
  });
}
