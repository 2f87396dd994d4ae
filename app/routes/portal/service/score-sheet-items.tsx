import { ItemList } from "#app/components/ui/item-list.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { quarterWords } from "./period-words.ts";
import { rankWord } from "./rank-word.ts";

export type ScoreSheetItem = { slug: string; content: PublicContent["score_sheet"] };

/** Published score sheets, each with its points and rank. */
export function ScoreSheetItems({ items, level }: { items: readonly ScoreSheetItem[]; level?: 2 | 3 }) {
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <ItemList
      level={level}
      items={items.map(({ slug, content }) => ({
        href: to(`/chat-luong-phuc-vu/mot-cua/${slug}`),
        title: inLanguage(lang, content.unit.name),
        summary: [t("service:sheets.score", { points: String(content.points), most: String(content.most) }), rankWord(t, content.rank)].join(" · "),
        meta: [quarterWords(t, content.quarter), ...(content.authority ? [inLanguage(lang, content.authority.name)] : [])],
      }))}
    />
  );
}
