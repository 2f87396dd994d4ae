import { z } from "zod";
import type { DraftChange } from "#app/domain/surveys/draft-changes.ts";
import { indexVariants, questionKinds, questionParts } from "#app/domain/surveys/vocabulary.ts";
import { rowsOf } from "./change-fields.ts";

const Add = z.object({ kind: z.enum(questionKinds), part: z.enum(questionParts), code: z.string().regex(/^[\w.+-]{1,40}$/) });

/** The change a form of the editor asks for; undefined where it says nothing that can be done. */
export function readChange(form: Readonly<Record<string, string>>): DraftChange | undefined {
  const words = (name: string) => ({ vi: tidy(form[`${name}.vi`]), en: tidy(form[`${name}.en`]) });
  const code = form.question ?? "";
  switch (form.intent) {
    case "heading": {
      const indexVariant = indexVariants.find((one) => one === form.indexVariant) ?? "pooled";
      const minutes = /^\s*\d{1,3}\s*$/.test(form.minutes ?? "") ? Number(form.minutes) : undefined;
      return {
        what: "heading",
        heading: { title: words("title"), intro: words("intro"), consent: words("consent"), closing: words("closing"), indexVariant, minutes },
      };
    }
    case "scale":
      return { what: "scale", labels: [1, 2, 3, 4, 5].map((level) => words(`level.${level}`)) };
    case "factors":
      return { what: "factors", factors: rowsOf(form, "factor").map(({ code: factor, words: name }) => ({ code: factor, name })) };
    case "add": {
      const read = Add.safeParse({ kind: form.kind, part: form.part, code: tidy(form.code) });
      return read.success ? { what: "add", ...read.data } : undefined;
    }
    case "up":
    case "down":
      return { what: "move", code, by: form.intent === "up" ? -1 : 1 };
    case "remove":
      return { what: "remove", code };
    default:
      return undefined;
  }
}

const tidy = (text: string | undefined) => (text ?? "").replace(/\r\n?/g, "\n").trim();
