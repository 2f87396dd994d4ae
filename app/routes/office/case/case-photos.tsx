import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The sender's photos, as re-encoded; each opens in full for those who may read the case. */
export function CasePhotos({ photos }: { photos: CaseForOffice["attachments"] }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <ul className="cluster items-start" aria-label={t("casework:page.photos")}>
      {photos.map((photo, index) => (
        <li key={photo.id} className="max-w-60">
          <a href={`/can-bo/tep/${photo.id}`}>
            <img
              className="h-auto max-w-full rounded border border-line"
              src={`/can-bo/tep/${photo.id}`}
              width={photo.width ?? undefined}
              height={photo.height ?? undefined}
              loading="lazy"
              alt={t("casework:page.photo", { n: String(index + 1), name: photo.fileName })}
            />
          </a>
          <p className="muted small">
            {formatBytes(lang, photo.bytes)}
            {photo.public ? `, ${t("casework:page.photoPublic")}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
