import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** What formal complaints and denunciations are and where they go; the portal takes neither (domain.md 4.5, 4.6). */
export function ElsewhereGuide({ what }: { what: "complaint" | "denunciation" }) {
  const t = useText();
  const { to } = useLanguage();
  const must = (["must1", "must2", "must3", "must4"] as const).map((key) => t(`feedback:guide.${what}.${key}`));
  return (
    <>
      <PageHeader title={t(`feedback:guide.${what}.title`)} lead={<p>{t(`feedback:guide.${what}.what`)}</p>} />
      <div className="stack">
        <Notice title={t("feedback:guide.nothingStored")}>
          <p>{t(`feedback:guide.${what}.why`)}</p>
        </Notice>
        <Section id="noi-gui" title={t("feedback:guide.where")}>
          <div className="stack measure">
            <p>{t("feedback:guide.whereReception")}</p>
            <p>
              <a href={to("/kenh-tiep-nhan")}>{t("feedback:guide.channels")}</a>
            </p>
          </div>
        </Section>
        <Section id="phai-co" title={t("feedback:guide.must")}>
          <div className="prose">
            <ul>
              {must.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t(`feedback:guide.${what}.time`)}</p>
          </div>
        </Section>
        <p className="measure">{t(`feedback:guide.${what}.or`)}</p>
        <ButtonRow>
          {what === "complaint" ? (
            <ButtonLink href={`${to("/phan-anh/gui")}?loai=phan_anh_kien_nghi`}>{t("feedback:guide.complaint.orLink")}</ButtonLink>
          ) : (
            <ButtonLink href={to("/kenh-tiep-nhan")}>{t("feedback:guide.denunciation.orLink")}</ButtonLink>
          )}
          <ButtonLink look="secondary" href={to("/phan-anh/gui")}>
            {t("feedback:guide.back")}
          </ButtonLink>
        </ButtonRow>
      </div>
    </>
  );
}
