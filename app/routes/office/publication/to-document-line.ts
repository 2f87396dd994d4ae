import type { AnswerDocument } from "#app/domain/feedback/index.server.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { refusalSentence, type RefusalCode } from "../../sentences.ts";
import { documentMaxBytes, documentMaxPages } from "#app/domain/publishing/vocabulary.ts";

export type DocumentLine = {
  id: string;
  title: string;
  pages: number | null;
  standing: "private" | "ready" | "public";
  forSender: boolean;
  /** Why it can never be public, in words. */
  problem: string | null;
};

/** A document as one line of a list. */
export const toDocumentLine = (t: ReturnType<typeof i18nFor>["t"], document: AnswerDocument): DocumentLine => ({
  id: document.id,
  title: document.title,
  pages: document.pages,
  forSender: document.forSender,
  standing: document.publicKey ? "public" : document.renditionKey ? "ready" : "private",
  problem: document.problem && problemWords(t, document.problem),
});

/** The reason that was noted when the file came, as a sentence. */
export function problemWords(t: ReturnType<typeof i18nFor>["t"], problem: string): string {
  const known = (["pdf.encrypted", "pdf.no_text", "pdf.too_many_pages"] as const).find((code) => code === problem);
  const code: RefusalCode = known ?? "pdf.stays_private";
  return refusalSentence(t, { ok: false, code, details: { page: "", most: documentMaxPages, megabytes: documentMaxBytes / 1024 / 1024 } });
}
