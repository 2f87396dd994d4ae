import { marked } from "marked";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { ArticleView } from "./to-article-view.ts";

/** The text as readers will see it, in both languages. */
export function ArticlePreview({ article }: { article: ArticleView }) {
  const t = useText();
  const text = (title: string, summary: string | null, body: string, lang: "vi" | "en") => (
    <article lang={lang} className="stack stack-tight">
      <h3>{title}</h3>
      {summary ? <p className="lead">{summary}</p> : null}
      <Prose tokens={marked.lexer(body)} topLevel={4} />
    </article>
  );
  return (
    <div className="stack stack-tight">
      <Disclosure summary={`${t("office:article.preview")}: ${t("office:article.previewVi")}`} open={article.mayDo.includes("approve")}>
        {text(article.titleVi, article.summaryVi, article.bodyVi, "vi")}
      </Disclosure>
      {article.bodyEn ? (
        <Disclosure summary={`${t("office:article.preview")}: ${t("office:article.previewEn")}`}>
          {text(article.titleEn ?? article.titleVi, article.summaryEn, article.bodyEn, "en")}
        </Disclosure>
      ) : null}
    </div>
  );
}
