import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAttachment } from "#app/domain/feedback/index.server.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";

/** A photo of a case, for officials who may read that case; the domain decides in SQL. Kept nowhere on the way. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal, official } = await asOfficial(args, "cases.read");
  const photo = await findAttachment(db, official, args.params.id ?? "");
  const file = photo && (await portal.files.read(photo.storageKey));
  if (!photo || !file) throw notFound();
  return new Response(file.stream, {
    headers: {
      "Content-Type": photo.mime,
      "Content-Length": String(file.bytes),
      "Content-Disposition": "inline",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
