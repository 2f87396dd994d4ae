import type { LetterBatch } from "#app/domain/samples/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, pathIn } from "#app/i18n/language.ts";
import { qrModules } from "#app/platform/qr.server.ts";
import { contactTermDays } from "#app/domain/samples/vocabulary.ts";
import { minutesOf } from "#app/domain/surveys/minutes-of.ts";

/** Everything one printed letter says, in its reader's language. */
export type LetterSheet = {
  key: number;
  lang: Language;
  country: string;
  motto: string;
  authority: string;
  day: string;
  address: string[];
  title: string;
  about: string;
  paragraphs: string[];
  how: string;
  page: string;
  type: string;
  code: string;
  once: string;
  modules: boolean[][];
  qr: string;
  after: string[];
  thanks: string;
  number: string;
};

/** Lays a batch of letters out for printing. */
export function toLetters({ round, batch, day, letters }: LetterBatch, publicUrl: string): LetterSheet[] {
  return letters.map(({ number, kind, name, address, phone, unit, language, code }) => {
    const { t } = i18nFor(language);
    const authority = inLanguage(language, round.authority.name);
    const facts = { unit: inLanguage(language, unit.name), authority, title: inLanguage(language, round.title) };
    const [year = "", month = "", dayOfMonth = ""] = day.split("-");
    const addressOf = (path: string) => `${publicUrl}${pathIn(language, path)}`;
    return {
      key: number,
      lang: language,
      country: t("samples:letters.letter.country"),
      motto: t("samples:letters.letter.motto"),
      authority,
      day: t("samples:letters.letter.day", { day: dayOfMonth, month, year }),
      address: [name, ...address.split(/\n+/), ...(phone ? [t("samples:letters.letter.phone", { phone })] : [])],
      title: t(`samples:letters.letter.${kind}`),
      about: t("samples:letters.letter.about"),
      paragraphs: [
        t("samples:letters.letter.greeting", { name }),
        t(kind === "reminder" ? "samples:letters.letter.unused" : "samples:letters.letter.drawn", facts),
        t("samples:letters.letter.until", { day: formatDay(language, round.closesOn), count: minutesOf(round.layout.questionnaire) }),
      ],
      how: t("samples:letters.letter.how"),
      page: addressOf("/khao-sat").replace(/^https?:\/\//, ""),
      type: t("samples:letters.letter.type"),
      code,
      once: t("samples:letters.letter.once"),
      modules: qrModules(addressOf(`/p/${code}`)),
      qr: t("samples:letters.letter.qr"),
      after: [t("samples:letters.letter.free", { days: String(contactTermDays) }), t("samples:letters.letter.noPhone")],
      thanks: t("samples:letters.letter.thanks"),
      number: t("samples:letters.letter.number", { batch: String(batch), number: String(number), of: String(letters.length) }),
    };
  });
}
