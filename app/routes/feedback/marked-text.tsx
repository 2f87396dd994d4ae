import { findPersonalData, type Finding } from "#app/domain/publishing/personal-data.ts";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** A text with the personal data in it marked and named, for those who must decide on it; `allowed` as in `findPersonalData`. */
export function MarkedText({ text, inline, allowed = [] }: { text: string; inline?: boolean; allowed?: readonly string[] }) {
  const t = useText();
  const parts: (string | Finding)[] = [];
  let at = 0;
  for (const finding of findPersonalData(text, { allowed })) {
    parts.push(text.slice(at, finding.from), finding);
    at = finding.to;
  }
  parts.push(text.slice(at));
  const marked = parts.map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      <mark key={index}>
        {part.text}
        <VisuallyHidden> ({t(`feedback:personalKind.${part.kind}`)})</VisuallyHidden>
      </mark>
    ),
  );
  return inline ? <>{marked}</> : <p className="whitespace-pre-line">{marked}</p>;
}
