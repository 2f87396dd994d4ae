import { HiddenHoneypot } from "#app/components/form/honeypot.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { SubscriptionTopic } from "#app/domain/messages/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type What = { topic: SubscriptionTopic; slug: string };

/** One address, one button. Holds nothing of the visitor, so that a kept page may carry it. */
export function SubscribeForm({ topic, slug, typed, error }: What & { typed?: string | undefined; error?: string | undefined }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <form method="post" action={to("/nhan-thu")} noValidate className="stack" data-once="">
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="slug" value={slug} />
      <TextField
        id="dang-ky-email"
        name="email"
        type="email"
        autoComplete="email"
        width="medium"
        label={t("messages:subscribe.email")}
        hint={t("messages:subscribe.privacy")}
        defaultValue={typed}
        error={error}
      />
      <HiddenHoneypot name="more" label={t("common:honeypot")} />
      <SubmitRow text={t("messages:subscribe.send")} look="secondary" />
    </form>
  );
}

/** At the foot of a unit's, a procedure's or a news section's page. @param name what it is called, in the reader's language */
export function SubscribeBox({ topic, slug, name }: What & { name: string }) {
  const t = useText();
  return (
    <div className="screen-only">
      <Section id="nhan-thu" title={t("messages:subscribe.box")}>
        <div className="stack">
          <p className="muted measure">{t("messages:subscribe.boxLead", { topic: t(`messages:topic.${topic}`, { name }) })}</p>
          <SubscribeForm topic={topic} slug={slug} />
        </div>
      </Section>
    </div>
  );
}
