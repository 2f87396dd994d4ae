import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { ArticleView } from "./to-article-view.ts";
import { articleTones } from "./tones.ts";

/** Where the article stands, who wrote and who approved it, and what the public reads meanwhile. */
export function ArticleFacts({ article }: { article: ArticleView }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Section id="thong-tin" title={t("office:article.facts")}>
      <DefinitionList
        facts={[
          {
            term: t("office:article.state"),
            detail: <StateTag tone={articleTones[article.state]}>{t(`office:articles.states.${article.state}`)}</StateTag>,
          },
          ...(article.author ? [{ term: t("office:article.author"), detail: article.author }] : []),
          ...(article.approvedBy ? [{ term: t("office:article.approvedBy"), detail: article.approvedBy }] : []),
          {
            term: t("office:article.public"),
            detail:
              article.publicVersion === null ? (
                t("office:article.notPublic")
              ) : (
                <a href={to(`/tin-tuc/${article.slug}`)}>
                  {t("office:article.see")} ({t("office:article.publicVersion", { version: String(article.publicVersion) })})
                </a>
              ),
          },
        ]}
      />
      {article.publicVersion !== null && article.state !== "published" ? <Notice>{t("office:article.stillPublic")}</Notice> : null}
    </Section>
  );
}
