import { Tag } from "#app/components/ui/tag.tsx";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The procedure a case is about, with the unit in charge of it. */
export type About = { procedure: string; name: string; unit: string };

export function AboutChip({ about, kind }: { about: About; kind: CaseKind }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <div className="card">
      <p>
        <Tag>{t("feedback:send.about")}</Tag>
      </p>
      <p>
        <a href={to(`/thu-tuc/${about.procedure}`)}>{about.name}</a>
      </p>
      <p className="muted small">{t("feedback:send.aboutUnit", { unit: about.unit })}</p>
      <p className="small">
        <a href={`${to("/phan-anh/gui")}?loai=${kind}`}>{t("feedback:send.removeAbout")}</a>
      </p>
      <input type="hidden" name="procedure" value={about.procedure} />
    </div>
  );
}
