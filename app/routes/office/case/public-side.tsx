import { Section } from "#app/components/layout/section.tsx";
import type { CaseForOffice, PublishedVersion } from "#app/domain/feedback/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { PublicationLog } from "../publication/publication-log.tsx";

/** The way to the public copy and documents of an answer, and every version that was public. */
export function PublicSide({ theCase, versions }: { theCase: CaseForOffice; versions: readonly PublishedVersion[] }) {
  const t = useText();
  const { to } = useLanguage();
  if (!theCase.reply && versions.length === 0) return null;
  return (
    <Section id="cong-khai" title={t("publication:title")}>
      <p>{t("publication:lead")}</p>
      <p>
        <a href={to(`/can-bo/ho-so/${theCase.code}/cong-khai`)}>{t("publication:open")}</a>
      </p>
      {versions.length > 0 ? (
        <>
          <h3>{t("publication:log.title")}</h3>
          <PublicationLog versions={versions} />
        </>
      ) : null}
    </Section>
  );
}
