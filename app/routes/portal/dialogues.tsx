import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { formatLongDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const { items } = await listPublic(db, "dialogue", {}, { limit: 20 });
  return data({ dialogues: items.map(({ slug, content }) => ({ slug, ...content })) }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("content:dialogues.title"), description: t("content:dialogues.lead") });
};

export default function Dialogues() {
  const { dialogues } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const send = <ButtonLink href={`${to("/phan-anh/gui")}?loai=hoi_dap`}>{t("content:dialogues.send")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("content:dialogues.title")}
        lead={<p>{t("content:dialogues.lead")}</p>}
        actions={dialogues.length > 0 ? send : undefined}
      />
      {dialogues.length === 0 ? (
        <EmptyState title={t("content:dialogues.none")} actions={send}>
          <p>{t("content:dialogues.noneLine")}</p>
        </EmptyState>
      ) : null}
      {dialogues.map((dialogue) => (
        <Section key={dialogue.slug} id={dialogue.slug} title={inLanguage(lang, dialogue.title)}>
          <MetaLine
            facts={[
              formatLongDay(lang, dialogue.onDay),
              t("content:dialogues.place", { place: dialogue.place }),
              inLanguage(lang, dialogue.unit.name),
            ]}
          />
          <h3>{t("content:dialogues.topics")}</h3>
          <ul>
            {dialogue.topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
          {dialogue.exchanges.map((exchange) => (
            <QuestionAnswer
              key={exchange.question}
              level={4}
              title={exchange.question}
              questionWord={t("common:question")}
              answerWord={t("common:answer")}
              answer={exchange.answer ?? t("content:dialogues.waiting")}
            />
          ))}
        </Section>
      ))}
    </>
  );
}
