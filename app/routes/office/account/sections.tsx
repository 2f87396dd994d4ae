import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";

/** A new password; the e-mail is there for the browser's password keeper. */
export function PasswordSection({ errors, email }: { errors: FieldErrors; email: string }) {
  const t = useText();
  return (
    <Section id="mat-khau" title={t("people:account.password")}>
      <form method="post" noValidate className="stack measure">
        <FormErrorSummary
          title={t("formErrors")}
          fields={[
            { id: "current", error: errors.current },
            { id: "password", error: errors.password },
          ]}
        />
        <input type="hidden" name="intent" value="password" />
        <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
        <TextField
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          width="medium"
          label={t("people:account.current")}
          error={errors.current}
        />
        <TextField
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          width="medium"
          label={t("people:account.new")}
          hint={t("people:account.passwordHint")}
          error={errors.password}
        />
        <SubmitRow look="secondary" text={t("people:account.change")} />
      </form>
    </Section>
  );
}

/** For a new phone. */
export function SecondFactorSection({ error }: { error: string | undefined }) {
  const t = useText();
  return (
    <Section id="ma-xac-thuc" title={t("people:account.factor")}>
      <form method="post" noValidate className="stack measure">
        <p>{t("people:account.factorOn")}</p>
        <FormErrorSummary title={t("formErrors")} fields={[{ id: "factor-current", error }]} />
        <input type="hidden" name="intent" value="factor" />
        <TextField
          id="factor-current"
          name="current"
          type="password"
          autoComplete="current-password"
          width="medium"
          label={t("people:account.current")}
          error={error}
        />
        <SubmitRow look="secondary" text={t("people:account.replace")} note={t("people:account.replaceNote")} />
      </form>
    </Section>
  );
}

type SessionLine = { started: string; lastSeen: string; expires: string; current: boolean };

/** Where one is signed in, and a way to end it all but here. */
export function SessionsSection({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useText();
  return (
    <Section id="phien" title={t("people:account.sessions")}>
      <Table
        id="cac-phien"
        caption={t("people:account.sessionsCaption")}
        hideCaption
        columns={[
          {
            header: t("people:account.started"),
            names: true,
            cell: (one: SessionLine) => (
              <span className="cluster">
                {one.started}
                {one.current ? <Tag>{t("people:account.thisOne")}</Tag> : null}
              </span>
            ),
          },
          { header: t("people:account.lastSeen"), cell: (one) => one.lastSeen },
          { header: t("people:account.expires"), cell: (one) => one.expires },
        ]}
        rows={sessions}
      />
      {sessions.length > 1 ? (
        <form method="post">
          <input type="hidden" name="intent" value="sessions" />
          <SubmitRow look="secondary" text={t("people:account.endOthers")} />
        </form>
      ) : (
        <p className="muted">{t("people:account.onlyThis")}</p>
      )}
    </Section>
  );
}
