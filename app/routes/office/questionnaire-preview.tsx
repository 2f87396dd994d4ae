import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languages } from "#app/domain/content/vocabulary.ts";
import { inLanguage, languageOf, pathIn } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { questionsView } from "../portal/survey/form-view.server.ts";
import { QuestionFields } from "../portal/survey/question-fields.tsx";
import { sectionTitle } from "../portal/survey/section-title.ts";
import { SensitiveNote } from "../portal/survey/sensitive-note.tsx";
import { findPlace } from "./questionnaire/find-place.server.ts";

/** The form as a respondent sees it, in the language of the page; nothing can be sent from here. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const { content, place } = await findPlace(visit, args.params);
  return { ...place, title: inLanguage(visit.lang, content.title) || place.code, view: questionsView(visit.lang, content) };
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("questionnaires:preview.open"), robots: "noindex" });

export default function QuestionnairePreview() {
  const { code, version, title, view } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const draft = to(`/can-bo/bo-cau-hoi/${code}/${version}`);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("questionnaires:title"), href: to("/can-bo/bo-cau-hoi") },
              { text: t("questionnaires:place", { code, version: String(version) }), href: draft },
              { text: t("questionnaires:preview.open") },
            ]}
          />
        }
        title={title}
        lead={<p>{t("questionnaires:preview.lead")}</p>}
      />
      <Tabs
        label={t("questionnaires:preview.language")}
        items={languages.map((one) => ({
          href: pathIn(one, `/can-bo/bo-cau-hoi/${code}/${version}/xem`),
          text: t(`questionnaires:preview.${one}`),
          current: lang === one,
        }))}
      />
      <div className="stack">
        <p>{view.intro}</p>
        {view.sections.map((section) => {
          const { title: heading, lead } = sectionTitle(t, section);
          return (
            <Section key={section.id} id={section.id} title={heading}>
              {lead ? <p className="muted">{lead}</p> : null}
              <QuestionFields questions={section.questions} title={heading} view={view} typed={{}} errors={new Map()} />
            </Section>
          );
        })}
        <p className="muted">{view.consent}</p>
        <SensitiveNote questions={view.sensitive} />
      </div>
    </>
  );
}
