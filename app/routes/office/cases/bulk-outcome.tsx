import { useEffect, useRef } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { bulkMost } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { BulkMistake, BulkOutcome } from "./do-in-bulk.server.ts";

/** Which cases were done, and which refused and why; takes the focus, since the list below has changed. */
export function BulkResult({ outcome, mistake }: { outcome: BulkOutcome | null; mistake: BulkMistake | null }) {
  const t = useText();
  const { to } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome || mistake) place.current?.focus();
  }, [outcome, mistake]);
  const link = (code: string) => (
    <a className="code" href={to(`/can-bo/ho-so/${code}`)}>
      {code}
    </a>
  );
  if (!outcome && !mistake) return null;
  return (
    <div ref={place} tabIndex={-1} id="ket-qua" className="stack">
      {mistake ? (
        <Notice tone="bad" live title={t("casework:refused")}>
          <p>{t(`casework:bulk.mistake.${mistake}`, { most: String(bulkMost) })}</p>
        </Notice>
      ) : null}
      {outcome && outcome.done.length > 0 ? (
        <Notice tone="ok" live title={t(`casework:bulk.done.${outcome.act}`, { count: outcome.done.length })}>
          <ul className="list-disc pl-6 small">
            {outcome.done.map(({ code, subject, to: unit }) => (
              <li key={code}>
                {link(code)} {subject}
                {unit ? ` → ${unit}` : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {outcome && outcome.refused.length > 0 ? (
        <Notice tone="bad" live title={t("casework:bulk.refused", { count: outcome.refused.length })}>
          <ul className="list-disc pl-6 small">
            {outcome.refused.map(({ code, subject, why }) => (
              <li key={code}>
                {subject === null ? <span className="code">{code}</span> : link(code)} {subject}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
