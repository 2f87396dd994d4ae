import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import { useText } from "#app/i18n/use-text.ts";

type Props = { documents: NonNullable<PublicContent["case"]["documents"]>; hrefOf: (key: string) => string };

/** The documents of an answer, as pictures of their pages. */
export function PublicDocuments({ documents, hrefOf }: Props) {
  const t = useText();
  if (documents.length === 0) return null;
  return (
    <div>
      <h3>{t("publication:public.documents")}</h3>
      <ul>
        {documents.map(({ key, title, pages, bytes }) => (
          <li key={key}>
            <a href={hrefOf(key)} type="application/pdf">
              {t("publication:documents.publicFile", { title, pages: String(pages), kilobytes: String(Math.ceil(bytes / 1024)) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
