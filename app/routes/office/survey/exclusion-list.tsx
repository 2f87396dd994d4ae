import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { reasonMaxLength } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import type { Check } from "./read-check.server.ts";

/** The groups that were left out, those taken in again among them, each with who declared it and why. */
export function ExclusionList({
  exclusions,
  changes,
  typed,
  errors = {},
}: Pick<Check, "exclusions" | "changes"> & { typed?: Record<string, string> | undefined; errors?: FieldErrors | undefined }) {
  const t = useText();
  type Row = Check["exclusions"][number];
  return (
    <Section id="da-loai" title={t("life:check.groups")}>
      {exclusions.length === 0 ? (
        <p className="muted">{t("life:check.noGroups")}</p>
      ) : (
        <Table
          id="nhom-da-loai"
          caption={t("life:check.groups")}
          hideCaption
          rows={exclusions}
          rowKey={({ number }) => String(number)}
          columns={[
            { header: t("life:check.group"), names: true, cell: ({ number, group }: Row) => `${number}. ${group}` },
            { header: t("life:check.sheets"), align: "end" as const, cell: ({ sheets }: Row) => sheets },
            {
              header: t("life:check.why"),
              cell: ({ reason, note }: Row) => (
                <>
                  {reason}
                  <br />
                  <span className="muted">{note}</span>
                </>
              ),
            },
            {
              header: t("life:check.by"),
              cell: ({ by, withdrawn }: Row) => (
                <>
                  {by}
                  {withdrawn ? (
                    <>
                      <br />
                      {withdrawn}
                    </>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
      {changes
        ? exclusions
            .filter(({ stands }) => stands)
            .map(({ number }) => {
              const field = `takeBack-${number}`;
              return (
                <Disclosure key={number} summary={t("life:check.takeBack", { number: String(number) })} open={errors[field] !== undefined}>
                  <form method="post" noValidate className="stack measure">
                    <input type="hidden" name="lay-lai" value={number} />
                    <TextField
                      id={field}
                      name="takeBack"
                      label={t("life:check.takeBackReason", { number: String(number) })}
                      error={errors[field]}
                      defaultValue={typed?.["lay-lai"] === String(number) ? typed.takeBack : undefined}
                      maxLength={reasonMaxLength}
                    />
                    <Button look="secondary">{t("life:check.takeBack", { number: String(number) })}</Button>
                  </form>
                </Disclosure>
              );
            })
        : null}
    </Section>
  );
}
