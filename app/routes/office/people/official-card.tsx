import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { StateTag, Tag } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { PeopleAnswer } from "./manage-people.server.ts";
import type { OfficialView } from "./to-official-view.ts";
import { UnitChoice } from "./unit-choice.tsx";

type Props = { official: OfficialView; roles: Choice[]; units: Choice[]; everywhere: boolean; answer: PeopleAnswer | undefined };

/** One account: who, how it stands, its roles, and what an administrator may do with it. */
export function OfficialCard({ official, answer, ...choices }: Props) {
  const t = useText();
  return (
    <Card
      title={official.name}
      level={2}
      foot={
        <MetaLine
          facts={[
            <span className="code" key="email">
              {official.email}
            </span>,
            official.position,
            `${t("people:list.lastSeen")}: ${official.lastSeen}`,
          ]}
        />
      }
    >
      <div className="cluster">
        <StateTag tone={official.standing.tone}>{official.standing.words}</StateTag>
        {official.demo ? <Tag>{t("people:list.demo")}</Tag> : null}
        {official.noFactor ? <StateTag tone="warn">{t("people:list.noFactor")}</StateTag> : null}
      </div>
      <ul className="stack stack-tight">
        {official.roles.map((grant) => (
          <li key={grant.id} className="cluster">
            <span>{[grant.role, grant.where, grant.until].filter(Boolean).join(" – ")}</span>
            {official.yourself ? null : <RevokeButton grantId={grant.id} role={grant.role} official={official} />}
          </li>
        ))}
      </ul>
      {official.yourself ? (
        <p className="muted small">{t("people:list.yourself")}</p>
      ) : (
        <Disclosure
          summary={
            <>
              {t("people:list.open")}
              <VisuallyHidden>: {official.name}</VisuallyHidden>
            </>
          }
          open={answer !== undefined && !answer.notice}
        >
          <div className="stack stack-loose">
            {official.left ? (
              <p>{t("people:list.left")}</p>
            ) : (
              <GrantForm official={official} answer={answer?.form === "grant" ? answer : undefined} {...choices} />
            )}
            {official.demo ? null : <ResetForm official={official} errors={answer?.form === "reset" ? answer.errors : {}} />}
            {official.left ? null : <LeaveForm official={official} />}
          </div>
        </Disclosure>
      )}
    </Card>
  );
}

function RevokeButton({ grantId, role, official }: { grantId: string; role: string; official: OfficialView }) {
  const t = useText();
  return (
    <form method="post">
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="officialId" value={official.id} />
      <input type="hidden" name="grantId" value={grantId} />
      <Button look="quiet" small aria-label={t("people:revoke.submitFor", { role, name: official.name })}>
        {t("people:revoke.submit")}
      </Button>
    </form>
  );
}

function GrantForm({ official, roles, units, everywhere, answer }: Props) {
  const t = useText();
  const id = (field: string) => `${field}-${official.id}`;
  const errors = answer?.errors ?? {};
  return (
    <form method="post" noValidate className="stack measure">
      <h3>{t("people:grant.title")}</h3>
      <FormErrorSummary
        title={t("formErrors")}
        fields={[
          { id: id("role"), error: errors.role },
          { id: id("validTo"), error: errors.validTo },
        ]}
      />
      <input type="hidden" name="intent" value="grant" />
      <input type="hidden" name="officialId" value={official.id} />
      <Select
        id={id("role")}
        name="role"
        label={t("people:list.role")}
        placeholder={t("people:register.chooseRole")}
        choices={roles}
        error={errors.role}
        defaultValue={answer?.typed.role}
        width="medium"
      />
      <UnitChoice id={id("unitId")} units={units} everywhere={everywhere} defaultValue={answer?.typed.unitId} />
      <DateField
        id={id("validTo")}
        name="validTo"
        label={t("people:list.validTo")}
        hint={t("people:list.validToHint")}
        optional={t("optional")}
        error={errors.validTo}
        defaultValue={answer?.typed.validTo}
      />
      <SubmitRow look="secondary" text={t("people:grant.submit")} />
    </form>
  );
}

function ResetForm({ official, errors }: { official: OfficialView; errors: PeopleAnswer["errors"] }) {
  const t = useText();
  const id = `password-${official.id}`;
  return (
    <form method="post" noValidate className="stack measure" autoComplete="off">
      <h3>{t("people:reset.title")}</h3>
      <FormErrorSummary title={t("formErrors")} fields={[{ id, error: errors.password }]} />
      <input type="hidden" name="intent" value="reset" />
      <input type="hidden" name="officialId" value={official.id} />
      <TextField
        id={id}
        name="password"
        type="password"
        autoComplete="new-password"
        label={t("people:register.password")}
        hint={t("people:account.passwordHint")}
        error={errors.password}
        width="medium"
      />
      <SubmitRow look="secondary" text={t("people:reset.submit")} note={t("people:reset.note")} />
    </form>
  );
}

function LeaveForm({ official }: { official: OfficialView }) {
  const t = useText();
  return (
    <form method="post" className="stack measure">
      <h3>{t("people:leave.title")}</h3>
      <input type="hidden" name="intent" value="leave" />
      <input type="hidden" name="officialId" value={official.id} />
      <SubmitRow look="danger" text={t("people:leave.submit", { name: official.name })} note={t("people:leave.note", { name: official.name })} />
    </form>
  );
}
