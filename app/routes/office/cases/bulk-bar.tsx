import { Form, useLocation } from "@remix-run/react";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { bulkMost, type BulkAct } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { BulkMistake } from "./do-in-bulk.server.ts";
import { bulkFormId, bySuggestion } from "./bulk-words.ts";

/** Acts on the ticked cases; one button per act, each with what it asks for. Works without scripts. */
export function BulkBar({
  may,
  units,
  handlers,
  mistake,
}: {
  may: readonly BulkAct[];
  units: readonly Choice[];
  handlers: readonly Choice[];
  mistake: BulkMistake | null;
}) {
  const t = useText();
  const { pathname, search } = useLocation();
  const error = (field: BulkMistake) => (mistake === field ? t(`casework:bulk.mistake.${field}`) : undefined);
  const plain = may.filter((act) => act === "take_up" || act === "mark_urgent");
  return (
    <Section id="nhieu" title={t("casework:bulk.title")}>
      <Form method="post" action={pathname + search} id={bulkFormId} className="stack">
        <p className="muted small">{t("casework:bulk.how", { most: String(bulkMost) })}</p>
        {may.includes("assign") ? (
          <div className="flex flex-wrap items-end gap-4">
            <Select
              id="nhieu-unitId"
              name="unitId"
              label={t("casework:fields.unit")}
              error={error("unitId")}
              placeholder={t("casework:fields.chooseUnit")}
              choices={[{ value: bySuggestion, label: t("casework:bulk.bySuggestion") }, ...units]}
            />
            <Button look="secondary" name="act" value="assign">
              {t("casework:bulk.acts.assign")}
            </Button>
          </div>
        ) : null}
        {may.includes("name_handler") ? (
          <div className="flex flex-wrap items-end gap-4">
            <Select
              id="nhieu-handlerId"
              name="handlerId"
              label={t("casework:fields.handler")}
              error={error("handlerId")}
              placeholder={t("casework:fields.chooseHandler")}
              choices={handlers}
            />
            <Button look="secondary" name="act" value="name_handler">
              {t("casework:bulk.acts.name_handler")}
            </Button>
          </div>
        ) : null}
        {plain.length > 0 ? (
          <ButtonRow>
            {plain.map((act) => (
              <Button key={act} look="secondary" name="act" value={act}>
                {t(`casework:bulk.acts.${act}`)}
              </Button>
            ))}
          </ButtonRow>
        ) : null}
      </Form>
    </Section>
  );
}
