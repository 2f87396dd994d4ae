import { DefinitionList, type Fact } from "#app/components/ui/definition-list.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Everything known of a case but who sent it. */
export function CaseFacts({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang, to } = useLanguage();
  const name = (unit: { nameVi: string; nameEn: string | null }) => inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn });
  const fact = (term: string, detail: Fact["detail"] | null | undefined): Fact[] => (detail ? [{ term, detail }] : []);
  const caseLink = (code: string) => (
    <a key={code} className="code" href={to(`/can-bo/ho-so/${code}`)}>
      {code}
    </a>
  );
  const supporting = theCase.assignments.flatMap((one) => (one.role === "supporting" && !one.endedAt && one.to ? [name(one.to)] : []));
  const wish = theCase.kind === "phan_anh_kien_nghi" ? "wishLaw" : theCase.publishWish ? "wishYes" : "wishNo";

  return (
    <DefinitionList
      facts={[
        ...fact(t("casework:page.kindOf"), t(`words:caseKind.${theCase.kind}`)),
        ...fact(t("casework:page.contentOf"), theCase.content && `${theCase.content}. ${t(`words:caseContent.c${theCase.content}`)}`),
        ...fact(t("casework:page.field"), theCase.field && t(`words:caseField.${theCase.field}`)),
        ...fact(
          t("casework:page.received"),
          `${formatInstant(lang, theCase.receivedAt)} · ${t(`words:channel.${theCase.channel}`)} · ${t(`casework:page.languages.${theCase.language}`)}`,
        ),
        ...fact(t("intake:originalNumber"), theCase.originalNumber && [theCase.originalNumber, theCase.source].filter(Boolean).join(" · ")),
        ...fact(t("intake:related.short"), <a href={to(`/can-bo/ho-so/${theCase.code}/lien-quan`)}>{t("intake:related.find")}</a>),
        ...fact(t("casework:page.sender"), t(`words:submitterType.${theCase.submitterType}`)),
        ...fact(t("casework:page.publishWish"), t(`casework:page.${wish}`)),
        ...fact(t("casework:page.place"), theCase.place),
        ...fact(t("casework:page.happenedOn"), theCase.happenedOn && formatDay(lang, theCase.happenedOn)),
        ...fact(
          t("casework:page.procedure"),
          theCase.procedure && <a href={to(`/thu-tuc/${theCase.procedure.slug}`)}>{`${theCase.procedure.code} – ${name(theCase.procedure)}`}</a>,
        ),
        ...fact(t("casework:page.aboutUnit"), theCase.aboutUnit && name(theCase.aboutUnit)),
        ...fact(t("casework:page.unit"), theCase.unit ? name(theCase.unit) : t("casework:page.noUnit")),
        ...fact(t("casework:page.supporting"), supporting.length > 0 ? supporting.join(", ") : null),
        ...fact(t("casework:page.appealedUnit"), theCase.appealedUnit && name(theCase.appealedUnit)),
        ...fact(
          t("casework:page.namedOfficials"),
          theCase.namedOfficials.length > 0 ? theCase.namedOfficials.map((official) => official.name).join(", ") : null,
        ),
        ...fact(t("casework:page.handler"), theCase.handler?.name ?? t("casework:page.noHandler")),
        ...fact(t("casework:page.enteredBy"), theCase.enteredBy?.name),
        ...fact(t("casework:page.bounces"), theCase.bounces > 0 ? String(theCase.bounces) : null),
        ...fact(
          t("casework:page.supplementRequest"),
          theCase.supplementRequest && <span className="whitespace-pre-line">{theCase.supplementRequest}</span>,
        ),
        ...fact(
          t("casework:page.refusal"),
          theCase.refusalReason && `${t(`words:refusalReason.${theCase.refusalReason}`)}. ${theCase.refusalText ?? ""}`,
        ),
        ...fact(t("casework:page.withheld"), theCase.withholdReason && t(`words:withholdReason.${theCase.withholdReason}`)),
        ...fact(t("casework:page.transferred"), theCase.externalBody && `${theCase.externalBody} (${theCase.externalLetter ?? ""})`),
        ...fact(
          t("casework:page.rating"),
          theCase.rating &&
            `${t("casework:page.ratingOf", { stars: String(theCase.rating) })}${theCase.ratingComment ? ` – ${theCase.ratingComment}` : ""}`,
        ),
        ...fact(t("casework:page.parent"), theCase.parent && caseLink(theCase.parent)),
        ...fact(t("casework:page.duplicateOf"), theCase.duplicateOf && caseLink(theCase.duplicateOf)),
        ...fact(
          t("casework:page.children"),
          theCase.children.length > 0 ? <span className="cluster">{theCase.children.map(({ code }) => caseLink(code))}</span> : null,
        ),
      ]}
    />
  );
}
