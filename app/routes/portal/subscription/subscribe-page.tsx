import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseField } from "#app/domain/feedback/vocabulary.ts";
import type { SubscriptionTopic } from "#app/domain/messages/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SubscribeForm } from "./subscribe-form.tsx";

type Step =
  | { step: "check" }
  | { step: "choose"; fields: readonly CaseField[] }
  | { step: "form"; topic: SubscriptionTopic; slug: string; words: string; typed?: string; error?: string };

/** Choosing what to follow, the address, and what happens next. */
export function SubscribePage(shown: Step) {
  const t = useText();
  const { to } = useLanguage();
  if (shown.step === "check") {
    return (
      <>
        <PageHeader title={t("messages:subscribe.checkTitle")} />
        <Notice tone="ok" live>
          <p>{t("messages:subscribe.check")}</p>
        </Notice>
        <p className="muted measure">{t("messages:subscribe.checkSpam")}</p>
      </>
    );
  }
  if (shown.step === "choose") {
    return (
      <>
        <PageHeader title={t("messages:subscribe.title")} lead={<p>{t("messages:subscribe.lead")}</p>} />
        <p className="measure">{t("messages:subscribe.choose")}</p>
        <Section id="linh-vuc" title={t("messages:subscribe.byField")}>
          <ul>
            {shown.fields.map((field) => (
              <li key={field}>
                <a href={`${to("/nhan-thu")}?linh-vuc=${field}`}>{t(`words:caseField.${field}`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("messages:subscribe.title")}
        lead={<p>{`${t("messages:subscribe.about", { topic: shown.words })} ${t("messages:subscribe.lead")}`}</p>}
      />
      <FormErrorSummary title={t("common:formErrors")} fields={shown.error ? [{ id: "dang-ky-email", error: shown.error }] : []} />
      <SubscribeForm topic={shown.topic} slug={shown.slug} typed={shown.typed} error={shown.error} />
    </>
  );
}
