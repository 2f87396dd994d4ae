import { Select } from "#app/components/form/select.tsx";
import { namedOfficialsAtOnce } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FoldedAct } from "./act-form.tsx";
import type { CaseView } from "./read-case.server.ts";
import { useTried } from "./tried.tsx";

type Shown = Pick<CaseView, "theCase" | "officials">;

export function NameOfficialsAct(view: Shown) {
  return (
    <FoldedAct act="name_officials">
      <NamedOfficialsFields act="name_officials" {...view} />
    </FoldedAct>
  );
}

/** Whom the case complains of, chosen from the officials in service. An empty choice names nobody. */
export function NamedOfficialsFields({ act, theCase, officials }: Shown & { act: "accept" | "name_officials" }) {
  const t = useText();
  const { error } = useTried(act);
  const named = theCase.namedOfficials.map(({ id }) => id);
  const numbers = Array.from({ length: Math.max(namedOfficialsAtOnce, named.length) }, (_, index) => index + 1);
  return (
    <fieldset className="stack card">
      <legend className="field-label">{t("casework:fields.officials")}</legend>
      <p className="muted small">{t("casework:fields.officialsHint")}</p>
      {numbers.map((n) => (
        <Select
          key={n}
          id={`${act}-official${n}`}
          name="official"
          label={t("casework:fields.official", { n: String(n) })}
          optional={t("common:optional")}
          error={n === 1 ? error("official") : undefined}
          placeholder={t("casework:fields.noOfficial")}
          defaultValue={named[n - 1] ?? ""}
          choices={officials}
        />
      ))}
    </fieldset>
  );
}
