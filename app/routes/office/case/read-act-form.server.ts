import { readFormData } from "../../read-form.ts";
import { readRevision } from "../../revision.ts";

export type ActForm = {
  /** The first text of each name. */
  texts: Readonly<Record<string, string>>;
  /** Every value of a name that may come several times. */
  all: (name: string) => string[];
  /** The revision of the case the page showed. */
  revision: number;
};

/** A form of the office's case page. @throws a 400 answer when the body is no form */
export async function readActForm(request: Request): Promise<ActForm> {
  const form = await readFormData(request);
  const clean = (value: FormDataEntryValue) => (typeof value === "string" ? [value.replaceAll("\0", "").slice(0, 200_000)] : []);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    const [text] = clean(value);
    if (text !== undefined) texts[name] ??= text;
  }
  return {
    texts,
    all: (name) => form.getAll(name).flatMap(clean),
    // A form without its revision is one we did not make: no case has revision 0, so it is told to load the page again.
    revision: readRevision(texts.revision),
  };
}
