import type { Language } from "#app/domain/content/vocabulary.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import type { GroupFigures } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** A criterion with its number on the page, how it goes with overall satisfaction, and its index. */
export type Priority = { mark: string; label: string; rho: Figure; index: Figure };

/** The criteria in the order and with the numbers of the results page. */
export function priorityRows(lang: Language, { importance, criteria }: GroupFigures): Priority[] {
  return importance.flatMap(({ code, figure: rho }) => {
    const place = criteria.findIndex((one) => one.code === code);
    const criterion = criteria[place];
    return criterion ? [{ mark: String(place + 1), label: inLanguage(lang, criterion.text).replace(/\.$/, ""), rho, index: criterion.figure }] : [];
  });
}

/** Whether any criterion's tie to overall satisfaction may be shown. */
export const hasPriorities = ({ importance }: GroupFigures): boolean => importance.some(({ figure }) => figure.value !== null);
