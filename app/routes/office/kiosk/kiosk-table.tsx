import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { StateTag, type Tone } from "#app/components/ui/tag.tsx";
import type { KioskState } from "#app/domain/kiosks/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { OfficeKiosk } from "./read-kiosks.server.ts";

const tones: Readonly<Record<KioskState, Tone>> = { waiting: "warn", active: "ok", revoked: "neutral" };

/** Every kiosk with its state, and the two things that can be done with it. */
export function KioskTable({ kiosks }: { kiosks: readonly OfficeKiosk[] }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <Table
      id="cac-may"
      caption={t("kiosk:office.caption")}
      hideCaption
      stacks
      rows={kiosks}
      rowKey={({ id }) => id}
      columns={[
        { header: t("kiosk:office.name"), names: true, cell: ({ name }) => name },
        { header: t("kiosk:office.place"), cell: ({ unit }) => unit },
        { header: t("kiosk:office.round"), cell: ({ roundTitle }) => roundTitle },
        { header: t("kiosk:office.state"), cell: ({ state }) => <StateTag tone={tones[state]}>{t(`kiosk:office.states.${state}`)}</StateTag> },
        {
          header: t("kiosk:office.lastUsed"),
          cell: ({ lastUsedOn }) => (lastUsedOn ? formatDay(lang, lastUsedOn) : t("kiosk:office.never")),
        },
        { header: t("kiosk:office.acts"), cell: (kiosk) => (kiosk.state === "revoked" ? "–" : <Acts {...kiosk} />) },
      ]}
    />
  );
}

function Acts({ id, name }: OfficeKiosk) {
  const t = useText();
  return (
    <form method="post">
      <input type="hidden" name="may" value={id} />
      <input type="hidden" name="ten" value={name} />
      <ButtonRow>
        <Button small look="secondary" name="viec" value="ma-moi" aria-label={t("kiosk:office.renewOf", { name })}>
          {t("kiosk:office.renew")}
        </Button>
        <Button small look="danger" name="viec" value="thu-hoi" aria-label={t("kiosk:office.revokeOf", { name })}>
          {t("kiosk:office.revoke")}
        </Button>
      </ButtonRow>
    </form>
  );
}
