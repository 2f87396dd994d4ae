import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { TemplateKind } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { createContext, useContext } from "react";

export type FilledTemplate = { id: string; kind: TemplateKind; title: string; text: string };

/** The templates, filled in for the case on this page. */
export const TemplatesContext = createContext<readonly FilledTemplate[]>([]);

/** Texts to start from, above the field they go into. Without script they can be read and copied. */
export function TemplateChoice({ kind, into }: { kind: TemplateKind; into: string }) {
  const t = useText();
  const templates = useContext(TemplatesContext).filter((one) => one.kind === kind);
  if (templates.length === 0) return null;
  return (
    <Disclosure summary={t("templates:use")}>
      <div className="stack">
        {templates.map(({ id, title, text }) => (
          <div key={id} className="card">
            <p className="field-label">{title}</p>
            <p className="whitespace-pre-line">{text}</p>
            <Button type="button" look="secondary" small onClick={() => insert(into, text)}>
              {t("templates:insert")}
            </Button>
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

/** Adds the text after what is written already: nothing typed is lost. */
function insert(into: string, text: string) {
  const field = document.getElementById(into);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${text}` : text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
