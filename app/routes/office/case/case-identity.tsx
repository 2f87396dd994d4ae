import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { Identity, MaskedIdentity } from "#app/domain/feedback/index.server.ts";
import { reasonMaxLength } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FoldedAct } from "./act-form.tsx";
import { ReasonField } from "./written-field.tsx";

/** Who sent it, masked; opened for a reason, once, and never in an address. */
export function CaseIdentity({ masked, revealed, mayReveal }: { masked: MaskedIdentity | null; revealed: Identity | null; mayReveal: boolean }) {
  const t = useText();
  const known = (there: boolean) => t(there ? "casework:page.given" : "casework:page.notGiven");
  const facts = revealed
    ? [
        { term: t("casework:page.name"), detail: revealed.name ?? known(false) },
        { term: t("casework:page.phone"), detail: revealed.phone ?? known(false) },
        { term: t("casework:page.email"), detail: revealed.email ?? known(false) },
        { term: t("casework:page.address"), detail: revealed.address ?? known(false) },
        { term: t("casework:page.organisation"), detail: revealed.organisation ?? known(false) },
      ]
    : masked
      ? [
          { term: t("casework:page.name"), detail: masked.name ?? known(false) },
          { term: t("casework:page.phone"), detail: masked.phone ?? known(false) },
          { term: t("casework:page.email"), detail: masked.email ?? known(false) },
          { term: t("casework:page.address"), detail: known(masked.address) },
          { term: t("casework:page.organisation"), detail: known(masked.organisation) },
        ]
      : [];

  return (
    <Section id="nguoi-gui" title={t("casework:page.identity")}>
      <div className="stack">
        {masked ? null : <p className="muted">{t("casework:page.anonymous")}</p>}
        {revealed ? (
          <Notice tone="warn" live>
            {t("casework:page.revealed")}
          </Notice>
        ) : masked ? (
          <p className="muted small measure">{t("casework:page.masked")}</p>
        ) : null}
        {facts.length > 0 ? <DefinitionList facts={facts} /> : null}
        {mayReveal && !revealed ? (
          <FoldedAct act="reveal_identity" look="secondary">
            <ReasonField act="reveal_identity" label={t("casework:fields.revealReason")} limit={reasonMaxLength} />
          </FoldedAct>
        ) : null}
      </div>
    </Section>
  );
}
