import { data } from "@remix-run/node";
import {
  addressDocument,
  attachDocument,
  correctPublication,
  keepFinding,
  publishCase,
  replaceFinding,
  savePublicDraft,
} from "#app/domain/feedback/index.server.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { readFormData } from "../../read-form.ts";
import { readRevision } from "../../revision.ts";
import type { RefusalCode } from "../../sentences.ts";

/** What can be done on the page of a public copy, and the sentence that says it was done. */
const intents = {
  save: "saved",
  replace: "replaced",
  keep: "kept",
  publish: "published",
  correct: "corrected",
  attach: "attached",
  address: "addressed",
} as const;
export type Intent = keyof typeof intents;
export type DoneWord = (typeof intents)[Intent];
export const doneWords: readonly DoneWord[] = Object.values(intents);

export type PublicationForm = { intent: Intent; texts: Record<string, string>; ids: (name: string) => string[]; file: File | undefined };

/** A form of the page. @throws a 400 answer when it is none of ours */
export async function readPublicationForm(request: Request): Promise<PublicationForm> {
  const form = await readFormData(request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] ??= value.replaceAll("\0", "").slice(0, 200_000);
  const intent = Object.keys(intents).find((one): one is Intent => one === texts.intent);
  if (!intent) throw data({ reason: "bad_request" }, { status: 400 });
  const file = form.get("file");
  const isUuid = (value: FormDataEntryValue): value is string =>
    typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return { intent, texts, ids: (name) => form.getAll(name).filter(isUuid), file: file instanceof File && file.size > 0 ? file : undefined };
}

export type Acting = Visit & { official: Official; code: string };

/** Does it. Right, scope and state are the act's to check. */
export async function actOnPublication(
  { db, portal, official, code, now }: Acting,
  { intent, texts, ids, file }: PublicationForm,
): Promise<Outcome<unknown, RefusalCode>> {
  const { title = "", question = "", answer = "", legalBasis = "", place = "", kind = "", text = "", reason = "", note = "" } = texts;
  const draft = readRevision(texts.draft, -1);
  switch (intent) {
    case "save":
      return savePublicDraft(db, official, code, { title, question, answer, legalBasis, place }, draft, now);
    case "replace":
      return replaceFinding(db, official, code, { kind, text }, draft, now);
    case "keep":
      return keepFinding(db, official, code, { kind, text, reason }, now);
    case "publish": {
      const revision = readRevision(texts.revision);
      return publishCase(db, portal.keys, official, code, { publicAttachmentIds: ids("photo"), documentIds: ids("document"), revision, draft }, now);
    }
    case "correct":
      return correctPublication(db, official, code, { note, documentIds: ids("document"), revision: draft }, now);
    case "attach": {
      const content = file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
      return attachDocument(db, portal.files, official, code, { title, fileName: file?.name ?? "", content, inside: texts.inside === "on" }, now);
    }
    case "address":
      return addressDocument(db, official, code, { documentId: ids("document")[0] ?? "", toSender: texts.to === "sender" }, now);
  }
}

export const doneWordOf = (intent: Intent): DoneWord => intents[intent];
