import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { contactMaxLength, messageMaxLength, reasonMaxLength } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FoldedAct } from "./act-form.tsx";
import type { CaseView, Suggestion } from "./read-case.server.ts";
import { useTried } from "./tried.tsx";
import { ReasonField, WrittenField } from "./written-field.tsx";

/** Which unit must answer, with the units that probably must and why. */
export function AssignAct({ units, suggestions, byRule }: Pick<CaseView, "units" | "suggestions" | "byRule">) {
  const t = useText();
  const { error, typed } = useTried("assign");
  // Only a rule, or else the unit in charge of the procedure, is chosen beforehand; what others once answered is for a person to weigh.
  const first = suggestions.find(({ id, reason }) => reason === "procedure" && units.some((unit) => unit.value === id));
  return (
    <FoldedAct act="assign">
      <Suggestions suggestions={suggestions.filter(({ id }) => id !== byRule?.id)} byRule={byRule} />
      <Select
        id="assign-unitId"
        name="unitId"
        label={t("casework:fields.unit")}
        error={error("unitId")}
        placeholder={t("casework:fields.chooseUnit")}
        defaultValue={typed("unitId") ?? byRule?.id ?? first?.id ?? ""}
        choices={units}
      />
      <Select
        id="assign-supporting"
        name="supporting"
        label={t("casework:fields.supporting")}
        optional={t("common:optional")}
        placeholder={t("casework:fields.noOfficial")}
        defaultValue={typed("supporting") ?? ""}
        choices={units}
      />
      <WrittenField act="assign" name="note" label={t("casework:fields.note")} limit={messageMaxLength} rows={2} />
    </FoldedAct>
  );
}

/** A unit chosen from a list: one that supports, one that no longer does, one that succeeds. */
export function ChooseUnitAct({ act, units }: { act: "add_support" | "end_support" | "move_to_successor" } & Pick<CaseView, "units">) {
  const t = useText();
  const { error, typed } = useTried(act);
  const successor = act === "move_to_successor";
  return (
    <FoldedAct act={act}>
      <Select
        id={`${act}-unitId`}
        name="unitId"
        label={t(successor ? "casework:fields.successor" : "casework:fields.supporting")}
        error={error("unitId")}
        placeholder={t(successor ? "casework:fields.chooseSuccessor" : "casework:fields.chooseUnit")}
        defaultValue={typed("unitId") ?? ""}
        choices={units}
      />
      {act === "add_support" ? <WrittenField act={act} name="note" label={t("casework:fields.note")} limit={messageMaxLength} rows={2} /> : null}
    </FoldedAct>
  );
}

/** Why here: what the portal read off the procedure and off earlier cases. A suggestion, never a decision. */
function Suggestions({ suggestions, byRule }: { suggestions: readonly Suggestion[]; byRule: CaseView["byRule"] }) {
  const t = useText();
  const { to } = useLanguage();
  if (suggestions.length === 0 && !byRule) return null;
  return (
    <div>
      <p className="field-label">{t("casework:page.suggestions")}</p>
      <ul className="list-disc pl-6">
        {byRule ? (
          <li>
            <strong>{byRule.name}</strong>: {t("routing:suggestion", { rule: byRule.rule })}
          </li>
        ) : null}
        {suggestions.map(({ id, name, reason, count, of, examples }) => (
          <li key={id}>
            <strong>{name}</strong>: {t(`casework:page.suggestion.${reason}`, { count, of: String(of) })}
            {examples.map((code) => (
              <span key={code}>
                {" "}
                <a className="code small" href={to(`/phan-anh/${code}`)}>
                  {code}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function NameHandlerAct({ handlers, current }: { handlers: CaseView["handlers"]; current: string | null }) {
  const t = useText();
  const { error, typed } = useTried("name_handler");
  return (
    <FoldedAct act="name_handler">
      <Select
        id="name_handler-handlerId"
        name="handlerId"
        label={t("casework:fields.handler")}
        error={error("handlerId")}
        placeholder={t("casework:fields.chooseHandler")}
        defaultValue={typed("handlerId") ?? current ?? ""}
        choices={handlers}
      />
    </FoldedAct>
  );
}

export function BounceAct() {
  return (
    <FoldedAct act="bounce">
      <ReasonField act="bounce" limit={reasonMaxLength} />
    </FoldedAct>
  );
}

export function TransferAct() {
  const t = useText();
  const { typed } = useTried("transfer");
  return (
    <FoldedAct act="transfer" look="danger">
      <TextField id="transfer-body" name="body" label={t("casework:fields.body")} defaultValue={typed("body")} maxLength={contactMaxLength} />
      <TextField id="transfer-letter" name="letter" label={t("casework:fields.letter")} defaultValue={typed("letter")} maxLength={contactMaxLength} />
    </FoldedAct>
  );
}
