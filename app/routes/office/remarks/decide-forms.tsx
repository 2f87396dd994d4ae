import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { OfficeRemark } from "#app/domain/remarks/index.server.ts";
import { remarkReasonMaxLength } from "#app/domain/remarks/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

const withReason = { "tra-lai": "giveBack", an: "hide", hien: "show", rut: "withdraw" } as const;
type Act = keyof typeof withReason;

/** What the reader may decide about an answer that was proposed: approve, give back, hide, show, take back. */
export function DecideForms({
  item,
  readsAll,
  approves,
  typed,
}: {
  item: OfficeRemark;
  readsAll: boolean;
  approves: boolean;
  typed: Record<string, string> | undefined;
}) {
  const t = useText();
  const acts: Act[] = [
    ...(item.standing === "proposed" && approves ? (["tra-lai"] as const) : []),
    ...(item.standing === "published" && (readsAll || approves) ? (["an"] as const) : []),
    ...(item.standing === "hidden" && approves ? (["hien"] as const) : []),
    ...(item.standing === "published" || item.standing === "hidden" ? (["rut"] as const) : []),
  ];
  const hidden = (
    <>
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="revision" value={item.revision} />
    </>
  );
  return (
    <>
      {item.standing === "proposed" && approves ? (
        item.mine ? (
          <p className="muted">{t("remarks:mine")}</p>
        ) : (
          <form method="post">
            {hidden}
            <SubmitRow text={t("remarks:approve")} name="viec" value="duyet" />
          </form>
        )
      ) : null}
      {acts.map((act) => (
        <Disclosure key={act} summary={t(`remarks:${withReason[act]}`)} open={typed?.viec === act}>
          <form method="post" noValidate className="stack">
            {hidden}
            <TextField
              id={`${act}-${item.id}`}
              name="reason"
              label={t("remarks:why")}
              maxLength={remarkReasonMaxLength}
              defaultValue={typed?.viec === act ? typed.reason : ""}
            />
            <SubmitRow text={t(`remarks:${withReason[act]}`)} name="viec" value={act} look="secondary" />
          </form>
        </Disclosure>
      ))}
    </>
  );
}
