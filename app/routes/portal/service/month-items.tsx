import { ItemList } from "#app/components/ui/item-list.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { monthWords } from "./period-words.ts";

export type MonthItem = { slug: string; content: PublicContent["service_month"] };

/** Frozen months, each with the points it has and out of how many. */
export function MonthItems({ items, level }: { items: readonly MonthItem[]; level?: 2 | 3 }) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <ItemList
      level={level}
      items={items.map(({ slug, content }) => ({
        href: to(`/chat-luong-phuc-vu/bo-chi-so-766/${slug}`),
        title: `${inLanguage(lang, content.authority.name)}, ${monthWords(t, content.month).toLocaleLowerCase(lang)}`,
        summary: t("service:sheets.score", { points: formatNumber(lang, content.points, 2), most: formatNumber(lang, content.most, 2) }),
      }))}
    />
  );
}
