import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The way back to the pages of service quality. The last is the page itself. */
export function ServiceCrumbs({ items }: { items: readonly { path?: string; text: string }[] }) {
  const { to } = useLanguage();
  const t = useText();
  return (
    <Breadcrumbs
      label={t("common:breadcrumbs")}
      items={[
        { href: to("/chat-luong-phuc-vu"), text: t("service:back") },
        ...items.map(({ path, text }) => (path ? { href: to(`/chat-luong-phuc-vu/${path}`), text } : { text })),
      ]}
    />
  );
}
