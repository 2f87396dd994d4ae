import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { ShownDifference } from "./read-comparison.server.ts";

/** Each cell that was typed in two ways, decided by looking at the paper. */
export function DifferenceForm({ differences }: { differences: readonly ShownDifference[] }) {
  const t = useText();
  const value = (shown: string, isMark: boolean) => {
    if (isMark) return shown === "" ? t("paper:compare.unmarked") : t("paper:compare.marked");
    return shown === "" ? t("paper:compare.blank") : shown;
  };
  return (
    <form method="post" className="stack">
      {differences.map(({ place, code, sheet, what, number, first, second, chosen }) => (
        <RadioGroup
          key={`${place} ${code}`}
          id={`k-${place}-${number ?? what}`}
          name={`k.${place}.${code}`}
          label={
            what === "question"
              ? t("paper:compare.where", { sheet: String(sheet), number: String(number) })
              : t(`paper:compare.${what === "spoiled" ? "whereSpoiled" : "whereCode"}`, { sheet: String(sheet) })
          }
          hint={t("paper:compare.choose")}
          choices={[
            { value: "1", label: t("paper:compare.take", { value: value(first, what === "spoiled") }) },
            { value: "2", label: t("paper:compare.takeSecond", { value: value(second, what === "spoiled") }) },
          ]}
          defaultValue={chosen === null ? undefined : String(chosen)}
        />
      ))}
      <SubmitRow look="secondary" name="viec" value="chon" text={t("paper:compare.save")} />
    </form>
  );
}
