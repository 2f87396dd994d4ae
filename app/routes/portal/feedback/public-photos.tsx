import { useText } from "#app/i18n/use-text.ts";

type Props = { photos: readonly { key: string; width: number; height: number }[]; hrefOf: (key: string) => string };

/** Photos an official released with the answer; each opens in full. */
export function PublicPhotos({ photos, hrefOf }: Props) {
  const t = useText();
  return (
    <ul className="cluster items-start">
      {photos.map(({ key, width, height }, index) => (
        <li key={key} className="max-w-80">
          <a href={hrefOf(key)}>
            <img
              className="h-auto max-w-full rounded border border-line"
              src={hrefOf(key)}
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
