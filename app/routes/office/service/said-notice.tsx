import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { DoneWord } from "./done-words.ts";

/** What came of the last form: why it was refused, or what was done. */
export function SaidNotice({ problem, done }: { problem: string | undefined; done: DoneWord | null }) {
  const t = useText();
  if (problem) {
    return (
      <Notice tone="bad" live>
        {problem}
      </Notice>
    );
  }
  return done ? (
    <Notice tone="ok" live>
      {t(`service:office.${done}`)}
    </Notice>
  ) : null;
}
