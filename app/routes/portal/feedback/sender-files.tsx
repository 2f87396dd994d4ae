import type { SenderCase, SenderDocument } from "#app/domain/feedback/index.server.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The documents that came with an answer; each opens for who holds the receipt, and for nobody else. */
export function SenderDocuments({ documents }: { documents: readonly SenderDocument[] }) {
  const t = useText();
  const { lang, to } = useLanguage();
  if (documents.length === 0) return null;
  return (
    <div>
      <h3>{t("publication:public.documents")}</h3>
      <ul>
        {documents.map(({ id, title, bytes }) => (
          <li key={id}>
            <a href={to(`/phan-anh/tra-cuu/tep/${id}`)} type="application/pdf">
              {t("feedback:track.document", { title, size: formatBytes(lang, bytes) })}
            </a>
          </li>
        ))}
      </ul>
      <p className="muted small">{t("feedback:track.documentNote")}</p>
    </div>
  );
}

/** The photos that the sender sent along, as they are kept. */
export function SenderPhotos({ photos }: { photos: SenderCase["photos"] }) {
  const { to } = useLanguage();
  return (
    <ul className="stack stack-tight">
      {photos.map(({ id, fileName }) => (
        <li key={id}>
          <a href={to(`/phan-anh/tra-cuu/tep/${id}`)}>{fileName}</a>
        </li>
      ))}
    </ul>
  );
}
