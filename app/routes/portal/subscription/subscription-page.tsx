import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type SubscriptionPageProps =
  | { shown: "ended" }
  | { shown: "mute"; done: boolean }
  | {
      shown: "list";
      confirmed: boolean;
      current: { active: boolean; words: string };
      all: { id: string; active: boolean; words: string }[];
    };

/** What a reader's mails can be asked to do; reached by the link in each of them. */
export function SubscriptionPage(page: SubscriptionPageProps) {
  const t = useText();
  const { to } = useLanguage();
  if (page.shown === "ended") {
    return (
      <>
        <PageHeader title={t("messages:manage.endedTitle")} lead={<p>{t("messages:manage.ended")}</p>} />
        <p>
          <a href={to("/nhan-thu")}>{t("messages:manage.again")}</a>
        </p>
      </>
    );
  }
  if (page.shown === "mute") {
    return (
      <>
        <PageHeader title={t("messages:manage.muteTitle")} lead={<p>{t("messages:manage.muteLead")}</p>} />
        {page.done ? (
          <Notice tone="ok" live>
            {t("messages:manage.muted")}
          </Notice>
        ) : (
          <form method="post">
            <SubmitRow text={t("messages:manage.mute")} name="intent" value="mute" />
          </form>
        )}
      </>
    );
  }
  const { current, confirmed, all } = page;
  if (!current.active) {
    return (
      <>
        <PageHeader title={t("messages:manage.confirmTitle")} lead={<p>{t("messages:manage.confirmLead", { topic: current.words })}</p>} />
        <form method="post">
          <SubmitRow text={t("messages:manage.confirm")} name="intent" value="confirm" />
        </form>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("messages:manage.title")} lead={<p>{t("messages:subscribe.lead")}</p>} />
      {confirmed ? (
        <Notice tone="ok" live>
          {t("messages:manage.confirmed", { topic: current.words })}
        </Notice>
      ) : null}
      <Section id="dang-theo-doi" title={t("messages:manage.list")}>
        <ul className="stack">
          {all.map((one) => (
            <li key={one.id}>
              <p>
                {one.words}
                {one.active ? null : <span className="muted"> ({t("messages:manage.pending")})</span>}
              </p>
              <form method="post">
                <input type="hidden" name="which" value={one.id} />
                <Button look="secondary" name="intent" value="end">
                  {t("messages:manage.end", { topic: one.words })}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      {all.length > 1 ? (
        <form method="post">
          <input type="hidden" name="which" value="all" />
          <SubmitRow text={t("messages:manage.endAll")} name="intent" value="end" look="secondary" />
        </form>
      ) : null}
    </>
  );
}
