import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import type { DiffPart } from "#app/domain/publishing/word-diff.ts";
import { useText } from "#app/i18n/use-text.ts";

/** A text with what was taken out and put in; the words “bỏ … hết”, “thêm … hết” are for those who hear it. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  const t = useText();
  if (parts.every(({ kind }) => kind === "same")) return <p className="muted">{t("publication:diff.same")}</p>;
  return (
    <p className="whitespace-pre-line">
      {parts.map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <Mark key={index}>
            <VisuallyHidden> [{t(`publication:diff.${kind}`)}: </VisuallyHidden>
            {text}
            <VisuallyHidden> {t("publication:diff.end")}] </VisuallyHidden>
          </Mark>
        );
      })}
    </p>
  );
}
