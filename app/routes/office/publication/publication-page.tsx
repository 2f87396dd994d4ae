import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import type { DeadlineExplanation } from "#app/domain/calendar/explain-deadline.ts";
import type { CaseForOffice, Publication, PublishedVersion } from "#app/domain/feedback/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { DoneWord, Intent } from "./act.server.ts";
import { DiffText } from "./diff-text.tsx";
import { Documents } from "./documents.tsx";
import { EditForm } from "./edit-form.tsx";
import { Findings } from "./findings.tsx";
import { LateFlag } from "./late-flag.tsx";
import { PreviewPage } from "./preview-page.tsx";
import { PublicationLog } from "./publication-log.tsx";
import { CorrectForm, PublishForm } from "./publish-forms.tsx";
import type { DocumentLine } from "./to-document-line.ts";

type Props = {
  theCase: CaseForOffice;
  publication: Publication | null;
  explanation: DeadlineExplanation | null;
  versions: PublishedVersion[];
  documents: DocumentLine[];
  mayPublish: boolean;
  mayAttach: boolean;
  done: DoneWord | null;
  preview: boolean;
  tried: { intent: Intent; texts: Record<string, string>; error: string } | null;
};

/** The public side of one case: findings, texts, difference, documents, publishing, log. */
export function PublicationPage({ theCase, publication, explanation, versions, documents, mayPublish, mayAttach, done, preview, tried }: Props) {
  const t = useText();
  const { to } = useLanguage();
  const here = to(`/can-bo/ho-so/${theCase.code}/cong-khai`);
  const typedIn = (intent: Intent) => (tried?.intent === intent ? tried.texts : undefined);

  if (preview && publication) return <PreviewPage here={here} publication={publication} explanation={explanation} />;
  return (
    <>
      <PageHeader
        title={t("publication:title")}
        kicker={theCase.code}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("casework:page.back"), href: to("/can-bo/ho-so") },
              { text: theCase.code, href: to(`/can-bo/ho-so/${theCase.code}`) },
              { text: t("publication:title") },
            ]}
          />
        }
        lead={<p>{t("publication:lead")}</p>}
      />
      <div className="stack stack-loose">
        {tried ? (
          <Notice tone="bad" live>
            {tried.error}
          </Notice>
        ) : done ? (
          <Notice tone="ok" live>
            {t(`publication:done.${done}`)}
          </Notice>
        ) : null}
        {publication ? (
          <>
            <p className="cluster">
              <StateTag tone={publication.copy === "shown" ? "ok" : "info"}>{t(`publication:state.${publication.copy ?? "none"}`)}</StateTag>
              <LateFlag clocks={theCase.clocks} />
              <ButtonLink look="secondary" href={`${here}?xem=1`}>
                {t("publication:preview.title")}
              </ButtonLink>
            </p>
            <Section id="ca-nhan" title={t("publication:found.title")}>
              <Findings publication={publication} allowed={theCase.ownContacts} mayPublish={mayPublish} />
            </Section>
            {mayPublish ? (
              <Section id="sua" title={t("publication:edit.title")}>
                <EditForm publication={publication} typed={typedIn("save")} withPlace={theCase.kind === "phan_anh_hien_truong"} />
              </Section>
            ) : null}
            <Section id="khac" title={t("publication:diff.title")}>
              <p className="muted">{t("publication:diff.lead")}</p>
              {publication.diff.map(({ field, parts }) => (
                <div key={field}>
                  <h3>{t(`publication:fields.${field}`)}</h3>
                  <DiffText parts={parts} />
                </div>
              ))}
            </Section>
          </>
        ) : (
          <Notice tone="info">{t("publication:tooEarly")}</Notice>
        )}
        <Section id="van-ban" title={t("publication:documents.title")}>
          <Documents documents={documents} mayPublish={mayPublish} mayAttach={mayAttach} />
        </Section>
        {publication && theCase.mayDo.includes("publish") ? (
          <Section id="dang" title={t("publication:publish.title")}>
            <PublishForm theCase={theCase} publication={publication} />
          </Section>
        ) : null}
        {publication?.copy && mayPublish && theCase.state !== "DA_TRA_LOI" ? (
          <Section id="dang-lai" title={t("publication:correct.title")}>
            <CorrectForm publication={publication} typed={typedIn("correct")} />
          </Section>
        ) : null}
        {versions.length > 0 ? (
          <Section id="nhat-ky" title={t("publication:log.title")}>
            <PublicationLog versions={versions} />
          </Section>
        ) : null}
        <p>
          <a href={to(`/can-bo/ho-so/${theCase.code}`)}>{t("publication:back")}</a>
        </p>
      </div>
    </>
  );
}
