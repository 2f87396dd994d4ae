import type { ReactNode } from "react";
import { TextArea } from "#app/components/form/text-area.tsx";
import { reasonMinLength, type OfficeAct } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { useTried } from "./tried.tsx";

/** A text an act asks for; what was typed comes back when the act is refused. */
export function WrittenField({
  act,
  name,
  label,
  hint,
  limit,
  rows = 4,
}: {
  act: OfficeAct;
  name: string;
  label: string;
  hint?: ReactNode;
  limit: number;
  rows?: number;
}) {
  const t = useText();
  const { error, typed } = useTried(act);
  return (
    <TextArea
      id={`${act}-${name}`}
      name={name}
      label={label}
      hint={hint}
      rows={rows}
      limit={limit}
      left={t("casework:reply.count.left")}
      over={t("casework:reply.count.over")}
      error={error(name)}
      defaultValue={typed(name)}
    />
  );
}

/** A reason that stays in the trace. */
export function ReasonField({ act, label, limit }: { act: OfficeAct; label?: string; limit: number }) {
  const t = useText();
  return (
    <WrittenField
      act={act}
      name="reason"
      label={label ?? t("casework:fields.reason")}
      hint={t("casework:fields.reasonHint", { min: String(reasonMinLength) })}
      limit={limit}
      rows={3}
    />
  );
}
