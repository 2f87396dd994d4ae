import { Notice } from "#app/components/ui/notice.tsx";
import type { DeadlineExplanation } from "#app/domain/calendar/explain-deadline.ts";
import type { Publication } from "#app/domain/feedback/index.server.ts";
import { useText } from "#app/i18n/use-text.ts";
import { PublicCasePage } from "../../portal/feedback/public-case-page.tsx";

type Props = { here: string; publication: Publication; explanation: DeadlineExplanation | null };

/** The public page before it is public, with the files that go along, and above it what nobody will see. */
export function PreviewPage({ here, publication, explanation }: Props) {
  const t = useText();
  const { files, preview } = publication;
  const withheld = [
    ...files.photos.flatMap(({ fileName, chosen }, index) => (chosen ? [] : [t("casework:page.photo", { n: String(index + 1), name: fileName })])),
    ...files.documents.flatMap(({ title, standing, chosen }) =>
      chosen ? [] : [standing === "private" ? t("publication:preview.notRedacted", { title }) : title],
    ),
    t("publication:preview.always"),
  ];
  return (
    <div className="stack">
      <Notice tone="info" title={t("publication:preview.title")}>
        <p>{t("publication:preview.lead")}</p>
        <p>
          <a href={`${here}?${chosenFiles(files)}`}>{t("publication:preview.back")}</a>
        </p>
      </Notice>
      <Notice tone="warn" title={t("publication:preview.withheld")}>
        <ul>
          {withheld.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </Notice>
      <PublicCasePage content={preview} explanation={explanation} related={[]} fileHref={previewHref} />
    </div>
  );
}

/** Nothing has a public address yet: the office's own ones show the same bytes. */
const previewHref = (kind: "photo" | "document", id: string): string =>
  kind === "photo" ? `/can-bo/tep/${id}` : `/can-bo/van-ban/${id}/tep/cong-khai`;

/** What was ticked, to come back to. */
const chosenFiles = ({ photos, documents }: Publication["files"]): string =>
  new URLSearchParams([
    ["xem", "lai"],
    ...photos.flatMap(({ id, chosen }) => (chosen ? [["photo", id]] : [])),
    ...documents.flatMap(({ id, chosen }) => (chosen ? [["document", id]] : [])),
  ]).toString();
