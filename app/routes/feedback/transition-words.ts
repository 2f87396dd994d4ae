import { writeTransitionTable } from "#app/domain/feedback/transition-table.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { actWords } from "../office/act-words.ts";

/** The life of a case as a page of Markdown, in the words of the office. */
export function transitionTable(): string {
  const { t } = i18nFor("vi");
  return writeTransitionTable({
    act: (name) => actWords(t, `case.${name}`),
    state: (state) => t(`words:caseState.${state}`),
    role: (role) => t(`words:role.${role}`),
    clock: (step) => t(`words:clockStep.${step}`),
  });
}
