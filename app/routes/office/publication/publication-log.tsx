import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { PublishedVersion } from "#app/domain/feedback/index.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { DiffText } from "./diff-text.tsx";

/** Every version that was public: who, when, why, and what changed. */
export function PublicationLog({ versions }: { versions: readonly PublishedVersion[] }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <ol className="stack stack-tight">
      {versions.map((one, index) => (
        <li key={index}>
          <p>
            <strong>{t("publication:log.version", { version: String(one.version) })}</strong>, {t(`publication:log.act.${one.act}`)},{" "}
            {one.by ?? t("publication:log.portal")}, {formatInstant(lang, one.at)}
          </p>
          {one.note ? <p>{one.note}</p> : null}
          {one.reason ? <p>{t("publication:review.why", { reason: one.reason })}</p> : null}
          {one.changes.length > 0 ? (
            <Disclosure summary={t("publication:log.changes")}>
              {one.changes.map(({ field, parts }) => (
                <div key={field}>
                  <p className="muted small">{t(`publication:fields.${field}`)}</p>
                  <DiffText parts={parts} />
                </div>
              ))}
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
