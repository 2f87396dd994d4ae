import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { findPublicAttachment } from "#app/domain/feedback/index.server.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";

const keyShape = /^[0-9a-f]{32}\.(?:jpg|webp|pdf)$/;

/** A published photo, or the rendition of a document. What is sent was encoded anew by us, so a browser may show it; its name is its random key. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, portal } = asAnyone(args);
  const key = args.params.key ?? "";
  const photo = keyShape.test(key) ? await findPublicAttachment(db, key) : undefined;
  if (!photo) throw notFound();

  // Not for good: a case may be hidden, and its photo with it.
  const headers = { ETag: `"${key}"`, "Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff" };
  if (args.request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });

  const file = await portal.files.read(photo.storageKey);
  if (!file) throw notFound();
  return new Response(file.stream, {
    headers: {
      ...headers,
      "Content-Type": photo.mime,
      "Content-Length": String(file.bytes),
      "Content-Disposition": photo.mime === "application/pdf" ? `attachment; filename="${key}"` : "inline",
    },
  });
}

export function action(args: LoaderFunctionArgs): never {
  asAnyone(args);
  throw data({ reason: "not_allowed" }, { status: 405, headers: { Allow: "GET, HEAD" } });
}
