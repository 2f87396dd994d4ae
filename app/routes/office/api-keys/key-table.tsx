import { Button } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag, Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/i18n/use-text.ts";

export type KeyLine = {
  id: string;
  hint: string;
  partner: string;
  scope: string;
  limit: string;
  validUntil: string;
  usedOn: string;
  standing: "in_use" | "expired" | "revoked";
  demo: boolean;
  cases: string;
};

const tones = { in_use: "ok", expired: "neutral", revoked: "bad" } as const;

/** The keys that were issued, each with its beginning only, and the way to take it back. */
export function KeyTable({ keys }: { keys: KeyLine[] }) {
  const t = useText();
  return (
    <Table
      id="khoa"
      caption={t("open311:keys.list")}
      hideCaption
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        {
          header: t("open311:keys.partner"),
          names: true,
          cell: ({ partner, demo }) => (
            <>
              {partner} {demo ? <Tag>{t("open311:keys.demo")}</Tag> : null}
            </>
          ),
        },
        { header: t("open311:keys.key"), cell: ({ hint }) => <span className="code">{hint}</span> },
        { header: t("open311:keys.scope"), cell: ({ scope, limit }) => `${scope}, ${limit}` },
        { header: t("open311:keys.validUntil"), cell: ({ validUntil }) => validUntil },
        {
          header: t("open311:keys.standingWord"),
          cell: ({ standing }) => <StateTag tone={tones[standing]}>{t(`open311:keys.standing.${standing}`)}</StateTag>,
        },
        { header: t("open311:keys.usedOn"), cell: ({ usedOn }) => usedOn },
        { header: t("open311:keys.cases"), align: "end", cell: ({ cases }) => cases },
        {
          header: t("open311:keys.act"),
          cell: ({ id, hint, partner, standing }) =>
            standing === "revoked" ? null : (
              <form method="post">
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="id" value={id} />
                <Button look="quiet" small aria-label={t("open311:keys.revokeFor", { hint, partner })}>
                  {t("open311:keys.revoke")}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
