import { type AnswerDocument, type DocumentMark, makeRendition, markDocument } from "#app/domain/feedback/index.server.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readRevision } from "../../revision.ts";
import type { RefusalCode } from "../../sentences.ts";

/** The file of a document, whole. @throws when it is noted but not in the store */
export async function readContent(files: Visit["portal"]["files"], { storageKey }: Pick<AnswerDocument, "storageKey">): Promise<Buffer> {
  const file = await files.read(storageKey);
  if (!file) throw new Error("A document is noted whose file is not in the store");
  return Buffer.from(await new Response(file.stream).arrayBuffer());
}

/** Marks a document or makes its rendition; undefined when the form names no act. */
export async function actOnDocument(
  { db, portal, official, now }: Visit & { official: Official },
  document: AnswerDocument,
  form: Record<string, string>,
): Promise<Outcome<unknown, RefusalCode> | undefined> {
  const revision = readRevision(form.revision);
  const mark = markOf(form);
  if (!mark && form.intent !== "make") return undefined;
  const content = await readContent(portal.files, document);
  return mark
    ? markDocument(db, portal.files, official, document.id, mark, revision, content, now)
    : makeRendition(db, portal.files, official, document.id, revision, content, now);
}

function markOf(form: Record<string, string>): DocumentMark | undefined {
  const percent = (name: string) => Number((form[name] ?? "").replace(",", ".") || Number.NaN);
  switch (form.intent) {
    case "words":
      return { mark: "words", words: form.words ?? "" };
    case "box":
      return { mark: "box", box: { page: percent("page"), x: percent("x"), y: percent("y"), width: percent("width"), height: percent("height") } };
    case "unbox":
      return { mark: "unbox", index: Number(form.index) };
    case "keep":
      return { mark: "keep", kind: form.kind ?? "", text: form.text ?? "", reason: form.reason ?? "" };
    default:
      return undefined;
  }
}
