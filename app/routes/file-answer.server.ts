import { slugify } from "#app/domain/text.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** A file for one person: kept nowhere on the way. `title`: what it is saved as; without one it is shown. */
export type PrivateFile = { storageKey: string; mime: string; title: string | null };

/** The file as an answer; undefined when it is not in the store. */
export async function answerFile(portal: Portal, { storageKey, mime, title }: PrivateFile): Promise<Response | undefined> {
  const file = await portal.files.read(storageKey);
  if (!file) return undefined;
  // What somebody else made is saved, never opened on the portal's own address.
  const disposition = title === null ? "inline" : `attachment; filename="${slugify(title).slice(0, 100) || "van-ban"}.pdf"`;
  return new Response(file.stream, {
    headers: {
      "Content-Type": mime,
      "Content-Length": String(file.bytes),
      "Content-Disposition": disposition,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
