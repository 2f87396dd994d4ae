import { type Question, QuestionnaireDraft } from "#app/domain/surveys/questionnaire-schema.ts";
import { questionParts } from "#app/domain/surveys/vocabulary.ts";
import { rowsOf } from "./change-fields.ts";

const Question = QuestionnaireDraft.shape.questions.element;

/**
 * A question as the editor's form has it, of the same kind and code as before; the fields that are in the wrong form.
 * Words may be missing: what is missing is told on the draft's page.
 */
export function readQuestion(before: Question, form: Readonly<Record<string, string>>): { question: Question } | { wrong: string[] } {
  const words = (name: string) => ({ vi: (form[`${name}.vi`] ?? "").trim(), en: (form[`${name}.en`] ?? "").trim() });
  const ticked = (name: string) => (form[name] === "on" ? true : undefined);
  const whole = (name: string) => (/^\s*\d{1,4}\s*$/.test(form[name] ?? "") ? Number(form[name]) : undefined);
  const codes = (form["showIf.in"] ?? "").split(/[\s,;]+/).filter(Boolean);
  const options = rowsOf(form, "option").map(({ code, words: label, from }) => ({ code, label, from }));

  const read = Question.safeParse({
    kind: before.kind,
    code: before.code,
    text: words("text"),
    required: ticked("required") ?? false,
    part: questionParts.find((one) => one === form.part) ?? before.part,
    factor: form.factor || undefined,
    sensitive: ticked("sensitive"),
    notApplicable: ticked("notApplicable"),
    showIf: form["showIf.question"] ? { question: form["showIf.question"], in: codes } : undefined,
    grid: form["grid.code"] ? { code: form["grid.code"].trim(), text: words("grid.text") } : undefined,
    lines: form.lines === "short" ? "short" : undefined,
    min: whole("min"),
    max: whole("max"),
    most: whole("most"),
    unit: words("unit").vi || words("unit").en ? words("unit") : undefined,
    bands: options.length > 0 ? options : undefined,
    options,
  });
  if (read.success) return { question: read.data };
  return { wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] };
}
