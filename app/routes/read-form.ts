import { data } from "@remix-run/node";
import { storable } from "#app/domain/storable.ts";

/** A posted form, files and all, without what no database takes (`storable`). @throws a 400 answer when the body is none */
export async function readFormData(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => undefined);
  if (!form) throw data({ reason: "bad_request" }, { status: 400 });
  const clean = new FormData();
  for (const [name, value] of form) {
    if (typeof value === "string") clean.append(name, storable(value));
    else clean.append(name, value, storable(value.name));
  }
  return clean;
}

/**
 * The texts of a posted form, the first of each name; files are left out.
 * @throws a 400 answer when the body is no form
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await readFormData(request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") texts[name] ??= value;
  }
  return texts;
}
