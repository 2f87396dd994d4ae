import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RuleLine } from "./to-rule-lines.ts";

/** The rules in their order, each with the buttons that change it in the draft. */
export function RuleTable({ rules, revision }: { rules: readonly RuleLine[]; revision: number }) {
  const t = useText();
  const lines = rules.map((rule, at) => ({ ...rule, at, last: at === rules.length - 1 }));
  return (
    <Table
      id="cac-quy-tac"
      caption={t("routing:rulesCaption")}
      stacks
      columns={[
        { header: t("routing:order"), align: "end", cell: (rule) => rule.at + 1 },
        {
          header: t("routing:rule"),
          names: true,
          cell: (rule) => (
            <>
              {rule.name} {rule.active ? null : <StateTag>{t("routing:off")}</StateTag>}
            </>
          ),
        },
        {
          header: t("routing:when"),
          cell: (rule) => (
            <ul className="stack stack-tight">
              {rule.conditions.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ),
        },
        { header: t("routing:unit"), cell: (rule) => rule.unit },
        { header: t("routing:acts"), cell: (rule) => <RuleActs rule={rule} revision={revision} /> },
      ]}
      rows={lines}
      rowKey={(rule) => rule.id}
    />
  );
}

function RuleActs({ rule, revision }: { rule: RuleLine & { at: number; last: boolean }; revision: number }) {
  const t = useText();
  const { to } = useLanguage();
  const which = <VisuallyHidden> {t("routing:ofRule", { name: rule.name })}</VisuallyHidden>;
  return (
    <form method="post">
      <input type="hidden" name="id" value={rule.id} />
      <input type="hidden" name="revision" value={revision} />
      <ButtonRow>
        <ButtonLink look="quiet" small href={to(`/can-bo/phan-cong/quy-tac/${rule.id}`)}>
          {t("routing:edit")}
          {which}
        </ButtonLink>
        {rule.at === 0 ? null : (
          <Button look="quiet" small name="intent" value="up">
            {t("routing:up")}
            {which}
          </Button>
        )}
        {rule.last ? null : (
          <Button look="quiet" small name="intent" value="down">
            {t("routing:down")}
            {which}
          </Button>
        )}
        <Button look="quiet" small name="intent" value="switch">
          {rule.active ? t("routing:switchOff") : t("routing:switchOn")}
          {which}
        </Button>
        <Button look="quiet" small name="intent" value="remove">
          {t("routing:remove")}
          {which}
        </Button>
      </ButtonRow>
    </form>
  );
}
