import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { reasonMaxLength, reasonMinLength } from "#app/domain/feedback/vocabulary.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { FoldedAct } from "./act-form.tsx";
import { WrittenField } from "./written-field.tsx";

/** What waits for a second person, and what the last one decided against. */
export function CaseProposals({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  const last = theCase.proposals.at(-1);
  if (!last || (last.state !== "pending" && last.state !== "declined")) return null;
  const pending = last.state === "pending";
  return (
    <Notice tone="warn" title={t(pending ? `casework:page.proposal.${last.kind}` : `casework:page.declined.${last.kind}`)}>
      <p className="muted small">{t("casework:page.proposedBy", { name: last.by, time: formatInstant(lang, last.at) })}</p>
      {last.refusalReason ? <p>{`${last.refusalReason}: ${t(`words:refusalReason.${last.refusalReason}`)}`}</p> : null}
      {last.toDay ? <p>{t("casework:page.proposalTo", { day: formatDay(lang, last.toDay) })}</p> : null}
      <Paragraphs text={last.body} />
      {last.comment && last.decidedAt ? (
        <>
          <p className="muted small">{t("casework:page.decidedBy", { name: last.decidedBy ?? "", time: formatInstant(lang, last.decidedAt) })}</p>
          <Paragraphs text={last.comment} />
        </>
      ) : null}
    </Notice>
  );
}

export function DeclineAct({ act }: { act: "decline_supplement" | "decline_refusal" | "decline_extension" }) {
  const t = useText();
  return (
    <FoldedAct act={act}>
      <WrittenField
        act={act}
        name="comment"
        label={t("casework:fields.decisionComment")}
        hint={t("casework:fields.reasonHint", { min: String(reasonMinLength) })}
        limit={reasonMaxLength}
        rows={3}
      />
    </FoldedAct>
  );
}
