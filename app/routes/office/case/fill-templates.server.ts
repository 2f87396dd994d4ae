import { type CaseForOffice, listTemplates } from "#app/domain/feedback/index.server.ts";
import { fillTemplate } from "#app/domain/feedback/template-fields.ts";
import type { Official } from "#app/domain/people/official.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import type { FilledTemplate } from "./template-choice.tsx";

/** The templates in use, filled with what the case knows; in the sender's language where a name has one. */
export async function fillTemplates({ db, official, today }: Visit & { official: Official }, theCase: CaseForOffice): Promise<FilledTemplate[]> {
  const { language } = theCase;
  const name = (of: { nameVi: string; nameEn: string | null } | null) => (language === "en" ? (of?.nameEn ?? of?.nameVi) : of?.nameVi) ?? "";
  const due = theCase.clocks.findLast((clock) => clock.step === "answer")?.dueOn;
  const values = {
    ma: theCase.code,
    tieu_de: theCase.subject,
    ngay_nhan: formatDay(language, theCase.receivedOn),
    don_vi: name(theCase.unit ?? theCase.aboutUnit),
    han: due ? formatDay(language, due) : "",
    thu_tuc: name(theCase.procedure),
    can_bo: official.name,
    hom_nay: formatDay(language, today),
  };
  return (await listTemplates(db)).map(({ id, kind, title, body }) => ({ id, kind, title, text: fillTemplate(body, values) }));
}
