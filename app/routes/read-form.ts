import { data } from "@remix-run/node";

/** A posted form, files and all. @throws a 400 answer when the body is none */
export async function readFormData(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  return form;
}

/**
 * The texts of a posted form, the first of each name; files are left out. Bytes no database takes (NUL) are dropped.
 * @throws a 400 answer when the body is no form
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await readFormData(request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") texts[name] ??= value.replaceAll("\0", "");
  }
  return texts;
}
