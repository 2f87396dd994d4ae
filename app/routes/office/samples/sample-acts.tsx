import { Form } from "@remix-run/react";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { lettersPerBatch, mailsPerBatch, reminderDays, remindersMost } from "#app/domain/samples/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { SampleView } from "./read-sample.server.ts";

/** Whom to write to today: invitations first, then reminders to those whose code was not used. */
export function SampleActs({ tasks, here }: { tasks: SampleView["tasks"]; here: string }) {
  const t = useText();
  if (!tasks) {
    return (
      <Section id="moi-va-nhac" title={t("samples:acts.title")}>
        <p>{t("samples:acts.closed")}</p>
      </Section>
    );
  }
  const { email, letter, unreached, lastBatch } = tasks;
  const mails = [
    { kind: "invitation", count: email.invitation, text: t("samples:acts.mailInvitation", { count: email.invitation }) },
    { kind: "reminder", count: email.reminder, text: t("samples:acts.mailReminder", { count: email.reminder }) },
  ].filter(({ count }) => count > 0);
  const letters = [
    { kind: "invitation", count: letter.invitation, text: t("samples:acts.letterInvitation", { count: letter.invitation }) },
    { kind: "reminder", count: letter.reminder, text: t("samples:acts.letterReminder", { count: letter.reminder }) },
  ].filter(({ count }) => count > 0);
  return (
    <Section id="moi-va-nhac" title={t("samples:acts.title")}>
      <div className="stack">
        {mails.length + letters.length + unreached === 0 ? <p>{t("samples:acts.nothing")}</p> : null}
        <ButtonRow>
          {mails.map(({ kind, text }) => (
            <Form key={kind} method="post" data-once="">
              <input type="hidden" name="intent" value="mail" />
              <Button icon="mail" look={kind === "invitation" ? "primary" : "secondary"} name="kind" value={kind}>
                {text}
              </Button>
            </Form>
          ))}
          {letters.map(({ kind, text }) => (
            <Form key={kind} method="post" action={`${here}/thu`} data-once="">
              <input type="hidden" name="intent" value="print" />
              <Button icon="print" look={kind === "invitation" ? "primary" : "secondary"} name="kind" value={kind}>
                {text}
              </Button>
            </Form>
          ))}
          {unreached > 0 ? (
            <Form method="post" data-once="">
              <Button look="secondary" name="intent" value="instead">
                {t("samples:acts.instead", { count: unreached })}
              </Button>
            </Form>
          ) : null}
          {lastBatch > 0 ? (
            <ButtonLink look="quiet" href={`${here}/thu`}>
              {t("samples:acts.again")}
            </ButtonLink>
          ) : null}
        </ButtonRow>
        <p className="small muted measure">
          {t("samples:acts.batches", { mails: String(mailsPerBatch), letters: String(lettersPerBatch) })}{" "}
          {t("samples:acts.reminders", { most: String(remindersMost), days: String(reminderDays) })}
        </p>
      </div>
    </Section>
  );
}
