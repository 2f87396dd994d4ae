import { StateTag } from "#app/components/ui/tag.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";

/** The public page before it is public; personal data that the detector finds is marked. */
export function PublicPreview({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  const { reply, unit } = theCase;
  if (!reply) return null;
  const allowed = theCase.ownContacts;
  const name = unit ? inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) : "";
  return (
    <section className="card stack stack-tight" aria-label={t("casework:publish.preview")}>
      <p className="muted small">{t("casework:publish.preview")}</p>
      <h3 lang={theCase.language}>
        <MarkedText inline text={reply.publicTitle} allowed={allowed} />
      </h3>
      {reply.conclusion ? (
        <p>
          <StateTag>{t(`words:conclusion.${reply.conclusion}`)}</StateTag>
        </p>
      ) : null}
      <h4>{t("feedback:page.question")}</h4>
      <MarkedText text={reply.publicQuestion} allowed={allowed} />
      <h4>{t("feedback:page.answer", { unit: name })}</h4>
      <MarkedText text={reply.publicAnswer} allowed={allowed} />
      {reply.legalBasis ? (
        <>
          <h4>{t("feedback:page.legalBasis")}</h4>
          <MarkedText text={reply.legalBasis} allowed={allowed} />
        </>
      ) : null}
      {theCase.kind === "phan_anh_hien_truong" && theCase.place ? (
        <>
          <h4>{t("feedback:page.place")}</h4>
          <MarkedText text={theCase.place} allowed={allowed} />
        </>
      ) : null}
    </section>
  );
}
