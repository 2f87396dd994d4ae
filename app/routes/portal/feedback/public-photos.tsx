import { useText } from "#app/i18n/use-text.ts";

/** Photos an official released with the answer; each opens in full. */
export function PublicPhotos({ photos }: { photos: readonly { key: string; width: number; height: number }[] }) {
  const t = useText();
  return (
    <ul className="cluster items-start">
      {photos.map(({ key, width, height }, index) => (
        <li key={key} className="max-w-80">
          <a href={`/tep/${key}`}>
            <img
              className="h-auto max-w-full rounded border border-line"
              src={`/tep/${key}`}
              width={width}
              height={height}
              loading="lazy"
              alt={t("feedback:page.photo", { n: String(index + 1) })}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
