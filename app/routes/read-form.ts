import { data } from "@remix-run/node";

/**
 * The texts of a posted form, the first of each name; files are left out. Bytes no database takes (NUL) are dropped.
 * @throws a 400 answer when the body is no form
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") texts[name] ??= value.replaceAll("\0", "");
  }
  return texts;
}
