import { parseStorable } from "#app/domain/storable.ts";
import type { DraftStart } from "#app/domain/surveys/index.server.ts";

const codePattern = /^[\w.+-]{1,40}$/;
/** A questionnaire of two hundred questions with its options is a tenth of this. */
const fileMaxBytes = 2_000_000;

/** What a new version shall begin with; without `start` the form says nothing that can be begun with. */
export async function readStart(form: FormData): Promise<{ start: DraftStart | undefined; typed: { from: string; code: string } }> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const typed = { from: text("from"), code: text("code") };
  const file = form.get("file");
  if (file instanceof File) return { start: await readFile(file), typed };

  const [code = "", version = ""] = typed.from.split(" ");
  const as = typed.code || code;
  if (!codePattern.test(as) || (typed.from !== "" && !codePattern.test(code))) return { start: undefined, typed };
  if (typed.from === "") return { start: { from: "nothing", code: as }, typed };
  return { start: { from: "version", code, version: /^\d{1,4}$/.test(version) ? Number(version) : 0, as }, typed };
}

async function readFile(file: File): Promise<DraftStart | undefined> {
  if (file.size === 0 || file.size > fileMaxBytes) return undefined;
  try {
    return { from: "file", content: parseStorable(await file.text()) };
  } catch {
    // Not JSON at all: told like any other file that is no questionnaire.
    return { from: "file", content: null };
  }
}
