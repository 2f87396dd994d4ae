import { readSheet } from "./read-sheet.ts";
import type { SheetLayout } from "./sheet-layout.ts";

const layouts = new WeakMap<SheetLayout, SheetLayout>();

/**
 * Reads a sheet that was filled in on paper: people leave blank what they like, and nobody may ask them again. Everything
 * else is as strict as anywhere (`readSheet`).
 */
export function readPaperSheet(layout: SheetLayout, input: unknown): ReturnType<typeof readSheet> {
  return readSheet(asOnPaper(layout), input);
}

function asOnPaper(layout: SheetLayout): SheetLayout {
  const made = layouts.get(layout);
  if (made) return made;
  const free = <Question extends { required: boolean }>(question: Question): Question => ({ ...question, required: false });
  const { questionnaire } = layout;
  const blankable = {
    ...layout,
    questionnaire: { ...questionnaire, questions: questionnaire.questions.map(free) },
    scale: layout.scale.map(free),
    choices: layout.choices.map(free),
    texts: layout.texts.map(free),
  };
  layouts.set(layout, blankable);
  return blankable;
}
