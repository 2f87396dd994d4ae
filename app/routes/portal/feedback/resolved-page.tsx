import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** A published answer settled the matter: nothing was sent, and the draft on this device goes too. */
export function ResolvedPage({ kind }: { kind: CaseKind }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <div data-draft-clear={`gui-${kind}`}>
      <PageHeader title={t("feedback:resolved.title")} lead={<p>{t("feedback:resolved.lead")}</p>} />
      <ButtonRow>
        <ButtonLink href={to("/phan-anh")}>{t("feedback:resolved.more")}</ButtonLink>
        <ButtonLink look="secondary" href={to("/phan-anh/gui")}>
          {t("feedback:resolved.other")}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
