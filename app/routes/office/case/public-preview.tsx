import { StateTag } from "#app/components/ui/tag.tsx";
import type { CaseForOffice, Publication } from "#app/domain/feedback/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";

/** The public page before it is public; personal data that the detector finds is marked. */
export function PublicPreview({ theCase, publication }: { theCase: CaseForOffice; publication: Publication | null }) {
  const t = useText();
  const { lang } = useLanguage();
  const { reply, unit } = theCase;
  if (!reply) return null;
  const allowed = theCase.ownContacts;
  const texts = publication?.texts ?? {
    title: reply.publicTitle,
    question: reply.publicQuestion,
    answer: reply.publicAnswer,
    legalBasis: reply.legalBasis ?? "",
    place: theCase.kind === "phan_anh_hien_truong" ? (theCase.place ?? "") : "",
  };
  const name = unit ? inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) : "";
  return (
    <section className="card stack stack-tight" aria-label={t("casework:publish.preview")}>
      <p className="muted small">{t("casework:publish.preview")}</p>
      <h3 lang={theCase.language}>
        <MarkedText inline text={texts.title} allowed={allowed} />
      </h3>
      {reply.conclusion && theCase.kind !== "hoi_dap" ? (
        <p>
          <StateTag>{t(`words:conclusion.${reply.conclusion}`)}</StateTag>
        </p>
      ) : null}
      <h4>{t("feedback:page.question")}</h4>
      <MarkedText text={texts.question} allowed={allowed} />
      <h4>{t("feedback:page.answer", { unit: name })}</h4>
      <MarkedText text={texts.answer} allowed={allowed} />
      {texts.legalBasis ? (
        <>
          <h4>{t("feedback:page.legalBasis")}</h4>
          <MarkedText text={texts.legalBasis} allowed={allowed} />
        </>
      ) : null}
      {texts.place ? (
        <>
          <h4>{t("feedback:page.place")}</h4>
          <MarkedText text={texts.place} allowed={allowed} />
        </>
      ) : null}
    </section>
  );
}
