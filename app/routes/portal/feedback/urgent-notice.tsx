import { Notice } from "#app/components/ui/notice.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Who to call when something cannot wait for a form to be read. */
export function UrgentNotice() {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Notice tone="bad" title={t("feedback:send.urgentTitle")}>
      <p>{t("feedback:send.urgent")}</p>
      <p>
        <a href={to("/kenh-tiep-nhan")}>{t("feedback:send.urgentChannels")}</a>
      </p>
    </Notice>
  );
}
