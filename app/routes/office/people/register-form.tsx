import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { PeopleAnswer } from "./manage-people.server.ts";
import { UnitChoice } from "./unit-choice.tsx";

/** A new account with its first role. */
export function RegisterForm({
  answer,
  roles,
  units,
  everywhere,
}: {
  answer: PeopleAnswer | undefined;
  roles: Choice[];
  units: Choice[];
  everywhere: boolean;
}) {
  const t = useText();
  const errors = answer?.errors ?? {};
  const typed = answer?.typed ?? {};
  return (
    <form method="post" noValidate className="stack measure" autoComplete="off">
      <FormErrorSummary
        title={t("formErrors")}
        fields={(["email", "name", "position", "role", "unitId", "password"] as const).map((name) => ({
          id: `register-${name}`,
          error: errors[name],
        }))}
      />
      <input type="hidden" name="intent" value="register" />
      <TextField
        id="register-email"
        name="email"
        type="email"
        label={t("people:register.email")}
        error={errors.email}
        defaultValue={typed.email}
        width="medium"
      />
      <TextField id="register-name" name="name" label={t("people:register.name")} error={errors.name} defaultValue={typed.name} width="medium" />
      <TextField
        id="register-position"
        name="position"
        label={t("people:register.position")}
        optional={t("optional")}
        error={errors.position}
        defaultValue={typed.position}
        width="medium"
      />
      <Select
        id="register-role"
        name="role"
        label={t("people:register.role")}
        placeholder={t("people:register.chooseRole")}
        choices={roles}
        error={errors.role}
        defaultValue={typed.role}
        width="medium"
      />
      <UnitChoice id="register-unitId" units={units} everywhere={everywhere} error={errors.unitId} defaultValue={typed.unitId} />
      <TextField
        id="register-password"
        name="password"
        type="password"
        autoComplete="new-password"
        label={t("people:register.password")}
        hint={t("people:register.passwordHint")}
        error={errors.password}
        width="medium"
      />
      <SubmitRow text={t("people:register.submit")} />
    </form>
  );
}
